import { COUNTRY } from '#catalogue/regions.js';
import type { Standing } from '#conversation/message.js';
import type { WebSettings } from './config.js';
import { messageForm } from './forms.js';
import { type Html, html } from './html.js';
import type { Words } from './words.js';

/** What a button about oneself says to the conversation, whatever the shell's language. */
const SAID = { resident: '我是居民', worker: '我是社区工作者', official: '我是机关干部' } as const;

/** For where and as whom the next question is answered, in a few words. */
export function scopeWords(
  standing: Standing | undefined,
  { region, role }: Pick<WebSettings, 'region' | 'role'>,
  words: Words,
): string {
  const where = standing?.region ?? region ?? COUNTRY;
  return `${where} · ${words.roles[standing?.role ?? role ?? 'resident']}`;
}

/** The chip that shows both, and opens to change them. */
export function scopeHtml(now: string, nonce: string, words: Words): Html {
  const roles = (['resident', 'worker', 'official'] as const).map(
    (role) =>
      html`<button name="text" value="${SAID[role]}">${words.iAm}${words.lang === 'en' ? ' ' : ''}${words.roles[role]}</button>`,
  );
  return html`<details class="scope" id="scope"><summary><span class="unseen">${words.scope}：</span><b id="scope-now" lang="zh-CN">${now}</b> <span class="change">${words.change}</span></summary>
<div class="choosing">
${messageForm(
  'place',
  nonce,
  html`<label for="place">${words.iAmIn}</label>
<input id="place" name="place" maxlength="30" placeholder="${words.placeExample}" required autocomplete="address-level2">
<button>${words.remember}</button>`,
)}
${messageForm('roles', nonce, html`${roles}`)}
</div></details>`;
}
