import { voiceOf } from '#answer/index.js';
import { type FileBlock, sizeWords } from '#channels/files.js';
import type { Block, Reply } from '#conversation/message.js';
import { citationsHtml } from './citations.js';
import { choicesHtml, feedbackHtml } from './forms.js';
import { type Html, html } from './html.js';
import { SHELLS, type Words } from './words.js';

/** A message of the page: HTML in which everything that isn't the project's own is escaped. */
export interface WebMessage {
  html: string;
}

/** What a reply needs of the page around it. */
export interface Surroundings {
  /** Id that the reply's forms send along, so that a double click counts once; null: none. */
  nonce: string | null;
  /** What was said of which answer, by its id. */
  given: ReadonlyMap<string, string>;
  /** Address of the file in the block with this number. */
  fileAddress(block: number): string;
  words: Words;
}

/** A reply that stands for itself, on no page of a conversation. */
const ALONE: Surroundings = {
  nonce: null,
  given: new Map(),
  fileAddress: (block) => `#file-${block}`,
  words: SHELLS['zh-CN'],
};

/** The reply as one message; none for a reply without blocks. A page has no limit of length. */
export function render(
  { blocks }: Pick<Reply, 'blocks'>,
  surroundings: Partial<Surroundings> = {},
): readonly WebMessage[] {
  if (blocks.length === 0) return [];
  const around = { ...ALONE, ...surroundings };
  const parts = blocks.map((block, i) => blockHtml(block, { index: i, before: blocks[i - 1] }, around));
  return [{ html: html`${parts}`.markup }];
}

function blockHtml(
  block: Block,
  { index, before }: { index: number; before: Block | undefined },
  { nonce, given, fileAddress, words }: Surroundings,
): Html {
  switch (block.type) {
    case 'text':
      // Behind the sources stands the rest of the answer, whose lines are labelled like those before.
      return before?.type === 'citations'
        ? html`<div class="rest">${linesOf(block.text).map(lineHtml)}</div>`
        : html`${linesOf(block.text).map((line) => html`<p>${line}</p>`)}`;
    case 'verdict':
      return verdictHtml(block);
    case 'citations':
      return citationsHtml(block.citations, block.closing, words);
    case 'choices':
      return choicesHtml(block.prompt, block.choices, nonce);
    case 'table':
      return tableHtml(block.header, block.rows, words);
    case 'file':
      return fileHtml(block, fileAddress(index), words);
    case 'feedback':
      return feedbackHtml(block.answerId, given.get(block.answerId), nonce, words);
  }
}

/** One wide button, large enough for a thumb. */
function fileHtml({ name, bytes }: FileBlock, address: string, { download }: Words): Html {
  return html`<p class="file"><a href="${address}" download="${name}">
<span class="arrow" aria-hidden="true">⤓</span><span class="what"><b>${name}</b> <small>${sizeWords(bytes.length)}</small></span><span class="save">${download}</span></a></p>`;
}

const linesOf = (text: string): string[] => text.split('\n').filter((line) => line.trim() !== '');

/** UTF-16 units of a sentence that says no more than the verdict: 「这是大事，由政府部门快办。」. */
const BARE = 14;

/** The verdict in one line: its badge, and the headline without the sentence that says only what the badge says. */
function verdictHtml({ verdict, headline, lines }: Extract<Block, { type: 'verdict' }>): Html {
  const { sign, label, tone } = voiceOf(verdict);
  return html`<div class="verdict ${tone}">
<p class="headline"><span class="badge"><span aria-hidden="true">${sign}</span>${label}</span> ${unrepeated(headline, label)}</p>
${lines.map(lineHtml)}</div>`;
}

/** 「属于依法协助。「…」由…」 behind the badge 依法协助 begins with 「…」. */
export function unrepeated(headline: string, label: string): string {
  const [first = '', rest = ''] = headline.split(/(?<=^[^。]*。)(?=.)/su);
  const [word = label] = label.split(' · ');
  const bare = first.length <= BARE && first.includes(word) && !/[「《\d]/u.test(first);
  return bare && rest !== '' ? rest : headline;
}

/** Lines such as 「去哪办：…」 show their first words as a label. */
function lineHtml(line: string): Html {
  const [, label, rest] = /^([^：，。「」]{1,6})：(.+)$/su.exec(line) ?? [];
  if (label === undefined || rest === undefined) return html`<p>${line}</p>`;
  return html`<p class="point"><b>${label}：</b><span>${rest}</span></p>`;
}

/** A wide table scrolls by itself, also by keyboard, and leaves the page as narrow as the screen. */
function tableHtml(header: readonly string[], rows: readonly (readonly string[])[], words: Words): Html {
  const head = header.map((cell) => html`<th scope="col">${cell}</th>`);
  const body = rows.map((cells) => html`<tr>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>`);
  return html`<div class="table" role="region" aria-label="${words.table}" tabindex="0"><table>
<thead><tr>${head}</tr></thead><tbody>${body}</tbody></table></div>`;
}
