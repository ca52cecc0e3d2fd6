import type { Standing } from '#conversation/message.js';
import { messageForm } from './forms.js';
import { type Html, html } from './html.js';
import { shareHtml } from './share.js';
import type { Words } from './words.js';

/** What is sent for a follow-up: words that the conversation knows, whatever the shell's language. */
const SENT = { basis: '依据是哪条', where: '去哪办', letter: '帮我写回函', reply: '怎么回他' } as const;

interface Followed {
  /** What the person asked; empty where they pressed a button. */
  said: string;
  /** Number of the turn. */
  turn: string;
  nonce: string;
  words: Words;
  /** Whether answers can be kept to be passed on. */
  shelf: boolean;
}

/** What people ask next about the answer that stands, one button each, and its links to pass on. */
export function followUpsHtml({ role, answer }: Standing, followed: Followed): Html {
  const { said, turn, nonce, words, shelf } = followed;
  // A letter is the committee's; a resident is told what to say.
  const keys = ['basis', 'where', role === 'worker' || role === 'official' ? 'letter' : 'reply'] as const;
  const buttons = keys
    .filter((key) => SENT[key] !== said)
    .map((key) => html`<button name="text" value="${SENT[key]}">${words[key]}</button>`);
  return html`<div class="follow" role="group" aria-label="${words.goOn}">
${messageForm('asks', nonce, html`${buttons}`)}
<a class="button" href="#place">${words.otherRegion}</a>
${answer !== null && shareHtml({ answer, said, turn, words, shelf })}
</div>`;
}
