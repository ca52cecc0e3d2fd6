import type { Choice } from '#answer/index.js';
import { feedbackChoice } from './feedback.js';
import { type Html, html } from './html.js';
import type { Words } from './words.js';

/** Where a person's messages are sent. */
export const MESSAGE_PATH = '/chat';

/** A form that sends a message; the hidden id makes a double click one message. */
export function messageForm(className: string, nonce: string | null, content: Html): Html {
  return html`<form class="${className}" method="post" action="${MESSAGE_PATH}" data-live>
${nonce !== null && html`<input type="hidden" name="event" value="${nonce}">`}${content}</form>`;
}

/** The things a question may mean, one button each; the number is what may be typed instead. */
export function choicesHtml(prompt: string, choices: readonly Choice[], nonce: string | null): Html {
  const buttons = choices.map(
    ({ id, label }, i) =>
      html`<li>${messageForm(
        'choice',
        nonce,
        html`<input type="hidden" name="text" value="${label}">
<button name="choice" value="${id}"><span class="number">${i + 1}</span>${label}</button>`,
      )}</li>`,
  );
  return html`<div class="choices"><p>${prompt}</p><ol>${buttons}</ol></div>`;
}

/** 有用 or 不对 about an answer, or what was said of it. */
export function feedbackHtml(
  answerId: string,
  given: string | undefined,
  nonce: string | null,
  words: Words,
): Html {
  if (given !== undefined) return html`<p class="given">${words.given}${given}</p>`;
  const button = (kind: 'useful' | 'wrong') =>
    html`<button name="choice" value="${feedbackChoice(answerId, kind)}">${words[kind]}</button>`;
  return messageForm(
    'feedback',
    nonce,
    html`<span>${words.thisAnswer}</span>${button('useful')}${button('wrong')}`,
  );
}
