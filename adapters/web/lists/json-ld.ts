import { type Html, Html as Markup } from '../html.js';

/**
 * Facts for search engines (JSON-LD, schema.org). It is data, no script: browsers don't run it and the policy of the page
 * doesn't hold it up. A less-than sign could end the element it stands in.
 */
export const jsonLd = (facts: Readonly<Record<string, unknown>>): Html =>
  new Markup(
    `<script type="application/ld+json">${JSON.stringify({ '@context': 'https://schema.org', ...facts }).replace(/</gu, '\\u003c')}</script>`,
  );
