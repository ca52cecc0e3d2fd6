import { voiceOf } from '#answer/index.js';
import { type FileBlock, sizeWords } from '#channels/files.js';
import type { Block, Reply } from '#conversation/message.js';
import { citationsHtml } from './citations.js';
import { choicesHtml, feedbackHtml } from './forms.js';
import { type Html, html } from './html.js';

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
}

const ALONE: Surroundings = { nonce: null, given: new Map(), fileAddress: (block) => `#file-${block}` };

/** The reply as one message; none for a reply without blocks. A page has no limit of length. */
export function render(reply: Reply, surroundings: Surroundings = ALONE): readonly WebMessage[] {
  if (reply.blocks.length === 0) return [];
  const parts = reply.blocks.map((block, i) => blockHtml(block, i, surroundings));
  return [{ html: html`${parts}`.markup }];
}

function blockHtml(block: Block, index: number, { nonce, given, fileAddress }: Surroundings): Html {
  switch (block.type) {
    case 'text':
      return html`${paragraphs(block.text)}`;
    case 'verdict':
      return verdictHtml(block);
    case 'citations':
      return citationsHtml(block.citations, block.closing);
    case 'choices':
      return choicesHtml(block.prompt, block.choices, nonce);
    case 'table':
      return tableHtml(block.header, block.rows);
    case 'file':
      return fileHtml(block, fileAddress(index));
    case 'feedback':
      return feedbackHtml(block.answerId, given.get(block.answerId), nonce);
  }
}

/** One wide button, large enough for a thumb. */
function fileHtml({ name, bytes }: FileBlock, address: string): Html {
  return html`<p class="file"><a href="${address}" download="${name}">
<span class="arrow" aria-hidden="true">⤓</span><span class="what"><b>${name}</b> <small>${sizeWords(bytes.length)}</small></span><span class="save">下载</span></a></p>`;
}

const paragraphs = (text: string): Html[] =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => html`<p>${line}</p>`);

function verdictHtml({ verdict, headline, lines }: Extract<Block, { type: 'verdict' }>): Html {
  const { sign, label, tone } = voiceOf(verdict);
  return html`<div class="verdict ${tone}">
<p class="badge"><span aria-hidden="true">${sign}</span>${label}</p>
<p class="headline">${headline}</p>
${lines.map(lineHtml)}</div>`;
}

/** Lines such as 「去哪办：…」 show their first words as a label. */
function lineHtml(line: string): Html {
  const [, label, rest] = /^([^：，。「」]{1,6})：(.+)$/su.exec(line) ?? [];
  if (label === undefined || rest === undefined) return html`<p>${line}</p>`;
  return html`<p class="point"><b>${label}：</b><span>${rest}</span></p>`;
}

/** A wide table scrolls by itself, also by keyboard, and leaves the page as narrow as the screen. */
function tableHtml(header: readonly string[], rows: readonly (readonly string[])[]): Html {
  const head = header.map((cell) => html`<th scope="col">${cell}</th>`);
  const body = rows.map((cells) => html`<tr>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>`);
  return html`<div class="table" role="region" aria-label="表格" tabindex="0"><table>
<thead><tr>${head}</tr></thead><tbody>${body}</tbody></table></div>`;
}
