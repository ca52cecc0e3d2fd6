import type { Screening } from '../notices/screening.js';
import { fieldsOf } from './letter.js';
import { quoted } from './quotation.js';
import { type Requested, requestsOf } from './requests.js';
import type { Sender } from './sender.js';
import { filled, type LetterTemplates, REQUESTS } from './templates.js';

/** Tasks named of each kind; a reply in a chat is read at a glance. */
const MOST_NAMED = 2;

/** A reply of at most three sentences for a chat, from what the letters are made of; null where they have nothing to ask. */
export function shortReply(screening: Screening, sender: Sender, templates: LetterTemplates): string | null {
  const { requested } = requestsOf(screening, sender.confirmed);
  if (requested.length === 0) return null;
  const fields = fieldsOf({ screening, sender, templates });
  const { requests, reply } = templates;
  const asked = REQUESTS.filter((kind) => kind !== 'means').flatMap((kind) => {
    const own = requested.filter(({ request }) => request === kind);
    return own.length === 0 ? [] : [filled(requests[kind].reply, { ...fields, items: named(own) })];
  });
  const helped = requested.filter(({ request }) => request === 'means');
  const means = filled(requests.means.reply, { ...fields, items: named(helped) });
  return [
    filled(reply.opening, fields),
    ...(asked.length > 0 ? [filled(reply.refusals, { ...fields, items: asked.join('；') })] : []),
    helped.length > 0 ? filled(reply.means, { ...fields, items: means }) : filled(reply.closing, fields),
  ].join('');
}

function named(tasks: readonly Requested[]): string {
  const first = tasks.slice(0, MOST_NAMED).map(({ phrase }) => quoted(phrase));
  const more = tasks.length > MOST_NAMED ? `等${tasks.length}项` : '';
  return `${first.join('')}${more}`;
}
