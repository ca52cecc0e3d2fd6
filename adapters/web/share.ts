import type { SharedAnswer, Shelf } from '#conversation/channel.js';
import type { Block, Outline, Reply } from '#conversation/message.js';
import { type Html, html } from './html.js';
import type { Words } from './words.js';

export const SHARE_PATH = '/chat/share';
/** Address of an answer that was passed on. */
export const answerAddress = (id: string): string => `/answers/${id}`;
/** What stands for an answer in its address, or alone: the id in it; null where it is something else. */
export const answerIdOf = (address: string): string | null =>
  /^(?:\S*\/answers\/)?([\w-]{43})(?:[?#]\S*)?$/u.exec(address.trim())?.[1] ?? null;
/** Address of the page with a question written in already; whoever opens it sends it themselves. */
export const questionAddress = (text: string): string => `/?ask=${encodeURIComponent(text.toWellFormed())}`;
/** Characters of a question that an address may hold: nine bytes each, and some messengers cut addresses at 2,000. */
export const MOST_ASKED = 200;

/** Whether an answer may be kept for others: it has a verdict and names nothing by the words of whoever asked. */
const isShareable = ({ judged, restsOnRows }: Outline): boolean => judged && restsOnRows;

/**
 * Links to pass on: to the answer, which holds nothing of the question, and to the question, which is its words and is
 * taken only by whoever chooses it.
 */
export function shareHtml({
  answer,
  said,
  turn,
  words,
  shelf,
}: {
  answer: Outline;
  said: string;
  turn: string;
  words: Words;
  /** Whether answers can be kept here. */
  shelf: boolean;
}): Html | null {
  const kept = shelf && isShareable(answer);
  const short = said !== '' && said.length <= MOST_ASKED && !said.includes('\n');
  if (!kept && !short) return null;
  return html`<details class="share"><summary class="button">${words.share}</summary>
${
  kept &&
  html`<form method="post" action="${SHARE_PATH}"><input type="hidden" name="turn" value="${turn}">
<button>${words.shareAnswer}</button> <small>${words.shareAnswerNote}</small></form>`
}${
  short &&
  html`<p><a class="button" href="${questionAddress(said)}">${words.shareQuestion}</a> <small>${words.shareQuestionNote}</small></p>`
}</details>`;
}

/** What is kept of a reply that is passed on; null where there is nothing to pass on, or it may hold a person's words. */
export function sharedAnswer({ blocks, standing }: Reply): SharedAnswer | null {
  const answer = standing?.answer ?? null;
  if (answer === null || !isShareable(answer)) return null;
  const { region, date, catalogueVersion } = answer;
  return { blocks: answerBlocks(blocks), role: standing?.role ?? null, region, date, catalogueVersion };
}

/** The answer alone: reminders stand before it and notes of the conversation behind it. */
function answerBlocks(blocks: readonly Block[]): Block[] {
  const from = blocks.findIndex(({ type }) => type === 'verdict');
  const to = blocks.findIndex(({ type }) => type === 'feedback');
  return blocks
    .slice(from, to < 0 ? blocks.length : to)
    .filter(({ type }) => type === 'verdict' || type === 'citations' || type === 'text');
}

/** Keeps the answer of a turn; its address, or null where it can't be passed on. @throws QingdanError of the store */
export async function share(reply: Reply, shelf: Shelf): Promise<string | null> {
  const answer = sharedAnswer(reply);
  return answer === null ? null : answerAddress(await shelf.keep(answer));
}
