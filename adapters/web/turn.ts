import type { Attachment, Reply } from '#conversation/message.js';
import type { Entered } from '#server/feed.js';
import { maskPersonalData } from '#text/masking.js';
import { readFeedback } from './feedback.js';
import { followUpsHtml } from './follow-ups.js';
import { type Html, html, Html as Markup } from './html.js';
import { render } from './render.js';
import type { Site } from './site.js';

/** What a person said and what was replied. */
export interface Turn {
  /** Personal numbers hidden. */
  said: string;
  choice: string | null;
  reply: Reply;
}

/** Characters and lines of a message that the page shows again; more is a whole notice, which its sender has. */
const MOST_SHOWN = 1_000;
const MOST_LINES = 15;

/**
 * What a person said as it may be kept: a file by its name, personal numbers hidden, at most 1,000 characters in 15
 * lines.
 */
export function keepable(text: string, file: Pick<Attachment, 'name'> | null = null): string {
  const said = [...(file === null ? [] : [`文件：${file.name}`]), ...(text === '' ? [] : [text])].join('\n');
  // A number that is cut in two here stands far behind what is shown.
  const masked = maskPersonalData(said.slice(0, 4 * MOST_SHOWN)).text;
  const lines = masked.split('\n').slice(0, MOST_LINES).join('\n');
  const shown = [...lines].slice(0, MOST_SHOWN).join('');
  return shown === masked && said.length <= 4 * MOST_SHOWN ? masked : `${shown}…`;
}

/** Bytes of the files in a turn. */
export const fileBytes = ({ reply }: Turn): number =>
  reply.blocks.reduce((sum, block) => sum + (block.type === 'file' ? block.bytes.length : 0), 0);

/** What was said of which answer in these turns. */
export function feedbackIn(turns: readonly Entered<Turn>[]): Map<string, string> {
  const said = turns.flatMap(({ entry }) => {
    const feedback = entry.choice === null ? null : readFeedback(entry.choice);
    return feedback === null ? [] : [[feedback.answerId, feedback.word] as const];
  });
  return new Map(said);
}

/** What a turn needs of the page around it. */
interface Around {
  site: Pick<Site, 'words' | 'shelf'>;
  nonce: string;
  /** What was said of which answer, by its id. */
  given: ReadonlyMap<string, string>;
  /** What is asked next is about the latest answer, so only that offers it. */
  latest: boolean;
}

/** One turn as a part of the page. */
export function turnHtml({ id, entry }: Entered<Turn>, { site, nonce, given, latest }: Around): Html {
  const { words, shelf } = site;
  const { said, choice, reply } = entry;
  const fileAddress = (block: number) => `${FILE_PATH}?turn=${encodeURIComponent(id)}&block=${block}`;
  const messages = render(reply, { nonce, given, fileAddress, words });
  const { standing } = reply;
  const asked = choice === null ? said : '';
  return html`<article class="turn" id="turn-${id}">
<div class="said"><span class="unseen">${words.you}</span><p>${said}</p></div>
<div class="reply"><span class="unseen">${words.assistant}</span>${messages.map((message) => new Markup(message.html))}</div>
${latest && standing?.goesOn === true && followUpsHtml(standing, { said: asked, turn: id, nonce, words, shelf })}
</article>`;
}

export const FILE_PATH = '/chat/file';
