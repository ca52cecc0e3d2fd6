import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openServer } from './support/server.js';

interface Document {
  openapi: string;
  paths: Record<string, Record<string, { responses?: object; requestBody?: object }>>;
  components: { schemas: Record<string, object> };
}

async function openDocument(): Promise<Document> {
  const app = await openServer();
  return (await app.inject({ url: '/openapi.json' })).json();
}

/** A component of the document as a schema of its own, its references bent to where it holds the others. */
function componentOf(document: Document, name: string) {
  const $defs = JSON.parse(
    JSON.stringify(document.components.schemas).replaceAll('#/components/schemas/', '#/$defs/'),
  );
  return z.fromJSONSchema({ $defs, ...$defs[name] });
}

const referencesIn = (value: unknown): string[] =>
  Array.from(JSON.stringify(value).matchAll(/"\$ref":"([^"]+)"/gu), (match) => match[1] as string);

describe('/openapi.json', () => {
  it('is OpenAPI 3.1 and lists every address of conversations', async () => {
    const document = await openDocument();
    expect(document.openapi).toBe('3.1.0');
    expect(Object.keys(document.paths).sort()).toEqual([
      '/api/v1/answers',
      '/api/v1/conversations/{conversationId}/events',
      '/api/v1/messages',
      '/api/v1/screenings',
      '/healthz',
      '/readyz',
    ]);
  });

  it('refers only to schemas it holds', async () => {
    const document = await openDocument();
    const references = referencesIn(document);
    expect(references.length).toBeGreaterThan(5);
    for (const reference of references) {
      expect(reference).toMatch(/^#\/components\/schemas\/\w+$/);
      expect(document.components.schemas).toHaveProperty(reference.split('/').at(-1) as string);
    }
  });

  it.each([
    ['/api/v1/messages', 'Message', { text: '能开证明吗', conversationId: 'abc' }, 'MessageResult'],
    ['/api/v1/answers', 'Question', { text: '能开证明吗', role: 'worker' }, 'Answer'],
    ['/api/v1/answers', 'Question', { text: '' }, 'Problem'],
    ['/api/v1/screenings', 'Notice', { text: '各社区要做好违建拆除。', report: '.docx' }, 'Screening'],
  ])('describes what %s takes (%s) and gives', async (url, requestSchema, payload, responseSchema) => {
    const app = await openServer();
    const document: Document = (await app.inject({ url: '/openapi.json' })).json();
    const response = await app.inject({ method: 'POST', url, payload });
    componentOf(document, requestSchema).parse(payload);
    componentOf(document, responseSchema).parse(response.json());
    expect(componentOf(document, requestSchema).safeParse({ ...payload, other: 1 }).success).toBe(false);
  });
});
