import { MOST_FILE_BYTES } from '#channels/files.js';
import { HELP_QUESTIONS } from '#intents/help.js';
import type { Entered } from '#server/feed.js';
import type { AssetAddresses } from './assets.js';
import { MESSAGE_PATH, messageForm } from './forms.js';
import { type Html, html } from './html.js';
import { feedbackIn, type Turn, turnHtml } from './turn.js';
import { NOTICE } from './welcome.js';

export const NEW_PATH = '/chat/new';
export const EVENTS_PATH = '/chat/events';

export interface Page {
  title: string;
  /** Oldest first. */
  turns: readonly Entered<Turn>[];
  /** Fresh for every page: a form sent twice counts once. */
  nonce: string;
  assets: AssetAddresses;
}

/** The whole chat page. It works without its script; the script makes it live. */
export function pageHtml({ title, turns, nonce, assets }: Page): string {
  const given = feedbackIn(turns);
  const last = turns.at(-1)?.id ?? '';
  return html`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="description" content="一件事、一张证明，归不归社区（居委会、村委会）管，附依据">
<title>${title}</title>
<link rel="icon" href="${assets.icon}" type="image/svg+xml">
<link rel="stylesheet" href="${assets.style}">
<script src="${assets.script}" defer></script>
</head>
<body>
<a class="skip" href="#text">跳到提问框</a>
<header><div class="column">
<div class="name"><h1>${title}</h1><p>一件事、一张证明，归不归社区</p></div>
<form method="post" action="${NEW_PATH}"><button class="quiet">新对话</button></form>
</div></header>
<main class="column" id="chat" data-events="${EVENTS_PATH}" data-last="${last}">
${turns.length === 0 && welcomeHtml(nonce)}
<div id="turns" role="log" aria-label="对话">${turns.map((turn) => turnHtml(turn, nonce, given))}</div>
<div id="latest"></div>
</main>
${composerHtml(nonce)}
</body>
</html>
`.markup;
}

function welcomeHtml(nonce: string): Html {
  const examples = HELP_QUESTIONS.map(
    (example) => html`<li><button name="text" value="${example}">${example}</button></li>`,
  );
  return html`<section class="welcome" id="welcome" aria-label="说明">
<h2>想问哪件事？</h2>
<p>写一句话就行，比如：</p>
${messageForm('examples', nonce, html`<ul>${examples}</ul>`)}
<p>收到一份通知，想知道里面哪些事归社区？点下面的「发通知文件」，或者把全文粘贴到输入框里。</p>
<div class="notice"><h3>使用前请知道</h3>${NOTICE.map((line) => html`<p>${line}</p>`)}</div>
</section>`;
}

function composerHtml(nonce: string): Html {
  const roles = ['居民', '社区工作者', '机关干部'].map(
    (role) => html`<button name="text" value="我是${role}">我是${role}</button>`,
  );
  return html`<footer><div class="column">
<details class="scope"><summary>身份和地区</summary>
${messageForm('roles', nonce, html`${roles}`)}
${messageForm(
  'place',
  nonce,
  html`<label for="place">我在</label>
<input id="place" name="place" maxlength="30" placeholder="如 重庆市南岸区" required autocomplete="address-level2">
<button>记住</button>`,
)}
</details>
<form class="ask" id="ask" method="post" action="${MESSAGE_PATH}" enctype="multipart/form-data" data-live>
<input type="hidden" name="event" value="${nonce}">
<label for="text">想问的事，也可以粘贴整份通知</label>
<textarea id="text" name="text" rows="1" placeholder="如：社区能开居住证明吗" enterkeyhint="send"></textarea>
<button class="send">发送</button>
<p class="pick"><label for="file">发通知文件</label>
<input type="file" id="file" name="file" accept=".docx,.pdf,.txt" data-most="${MOST_FILE_BYTES}">
<output id="picked" for="file"></output><button type="button" id="unpick" hidden>不发了</button></p>
</form>
</div></footer>`;
}
