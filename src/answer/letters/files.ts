import { withFixedDates } from '#documents/repack.js';
import type { Screening } from '../notices/screening.js';
import { type Letter, type LetterParagraph, lettersFor } from './letter.js';
import { type SenderOptions, senderOf } from './sender.js';
import type { LetterTemplates, Request } from './templates.js';

/** One letter, to be copied or sent. */
export interface LetterFile {
  name: string;
  /** What it asks for, by the templates' order. */
  requests: readonly Request[];
  /** As plain text, paragraph by paragraph. */
  text: string;
  /** .docx */
  bytes: Uint8Array;
}

/** The letters that some tasks give reason for, each by itself; none where there is nothing to ask. */
export async function letterFiles(
  screening: Screening,
  options: SenderOptions,
  templates: LetterTemplates,
): Promise<LetterFile[]> {
  const sender = senderOf(screening, options);
  const letters = lettersFor(screening, sender, templates);
  if (letters.length === 0) return [];
  const [{ toGongwen }, { FONT_FALLBACKS }] = await Promise.all([
    import('./gongwen.js'),
    import('./measures.js'),
  ]);
  const files: LetterFile[] = [];
  for (const letter of letters) {
    const bytes = withFixedDates(await toGongwen(letter), sender.date, FONT_FALLBACKS);
    const requests = templates.letters.find(({ id }) => id === letter.id)?.requests ?? [];
    files.push({ name: letter.name, requests, text: letterText(letter), bytes });
  }
  return files;
}

const BLANK = '＿＿＿＿';

/** A letter as it is copied into a chat or a mail; what nobody has said is left blank. */
function letterText({ title, to, paragraphs, attachment, from, office, date }: Letter): string {
  const table = attachment === null ? [] : [`附件：${attachment.title}（见 Word 文件）`];
  const signed = from === '' ? `${BLANK}${office}` : from;
  const body = paragraphs.map(paragraphText);
  return [title, `${to === '' ? BLANK : to}：`, ...body, ...table, signed, date].join('\n');
}

const paragraphText = ({ number, heading, text }: LetterParagraph): string => `${number}${heading}${text}`;
