import { withFixedDates, zipped } from '#documents/repack.js';
import type { Screening } from '../notices/screening.js';
import { lettersFor } from './letter.js';
import { shortReply } from './reply.js';
import { type SenderOptions, senderOf } from './sender.js';
import type { LetterTemplates } from './templates.js';

export { type LetterFile, letterFiles } from './files.js';
export { type NoticeHead, taskOfAnswer, unseenHead } from './of-answer.js';
export { requestsOf, type Withheld } from './requests.js';
export { type SenderOptions, senderOf } from './sender.js';
export { type LetterTemplates, letterTemplatesSchema } from './templates.js';
export { shortReply };

/** A file to be handed over. */
export interface NamedFile {
  name: string;
  bytes: Uint8Array;
}

/** Characters of a notice's title in a file's name; the systems' own limits are in bytes. */
const LONGEST_TITLE = 30;

/** The letters of a screening as Word documents, and the short reply as a text file; none where there is nothing to ask. */
export async function writeLetters(
  screening: Screening,
  options: SenderOptions,
  templates: LetterTemplates,
): Promise<NamedFile[]> {
  const sender = senderOf(screening, options);
  const letters = lettersFor(screening, sender, templates);
  const reply = shortReply(screening, sender, templates);
  if (reply === null) return [];
  const [{ toGongwen }, { FONT_FALLBACKS }] = await Promise.all([
    import('./gongwen.js'),
    import('./measures.js'),
  ]);
  const files: NamedFile[] = [];
  for (const letter of letters) {
    const bytes = withFixedDates(await toGongwen(letter), sender.date, FONT_FALLBACKS);
    files.push({ name: `${letter.name}${named(screening.title)}.docx`, bytes });
  }
  const text = new TextEncoder().encode(`\uFEFF${reply}\r\n`);
  return [...files, { name: `短回复${named(screening.title)}.txt`, bytes: text }];
}

/** Letters as they are sent in a conversation. */
export interface LettersSent {
  /** A zip of the files of `writeLetters`. */
  archive: NamedFile;
  /** At most three sentences for a chat. */
  reply: string;
  /** Whether the letters say who signs. */
  signed: boolean;
}

/** All letters in one archive; null where there is nothing to ask. */
export async function sendLetters(
  screening: Screening,
  options: SenderOptions,
  templates: LetterTemplates,
): Promise<LettersSent | null> {
  const sender = senderOf(screening, options);
  const reply = shortReply(screening, sender, templates);
  if (reply === null) return null;
  const files = await writeLetters(screening, options, templates);
  const archive = { name: `函${named(screening.title)}.zip`, bytes: zipped(files) };
  return { archive, reply, signed: sender.committee !== null };
}

/** A file's name that every system takes. */
function named(title: string | null): string {
  const kept = [...(title ?? '').replace(/[\\/:*?"<>|\p{C}]/gu, '')].slice(0, LONGEST_TITLE).join('');
  return kept === '' ? '' : `_${kept}`;
}
