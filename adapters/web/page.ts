import { MOST_FILE_BYTES } from '#channels/files.js';
import { HELP_QUESTIONS } from '#intents/help.js';
import type { Entered } from '#server/feed.js';
import { MESSAGE_PATH, messageForm } from './forms.js';
import { frameHtml } from './frame.js';
import { type Html, html } from './html.js';
import { scopeHtml, scopeWords } from './scope.js';
import type { Site } from './site.js';
import { feedbackIn, type Turn, turnHtml } from './turn.js';
import type { Words } from './words.js';

export const NEW_PATH = '/chat/new';
export const EVENTS_PATH = '/chat/events';

export interface Page {
  site: Site;
  /** Oldest first. */
  turns: readonly Entered<Turn>[];
  /** Fresh for every page: a form sent twice counts once. */
  nonce: string;
  large: boolean;
  /** Written into the field already; empty for nothing. */
  ask: string;
}

/** The whole chat page. It works without its script; the script makes it live. */
export function pageHtml({ site, turns, nonce, large, ask }: Page): string {
  const { words, settings } = site;
  const given = feedbackIn(turns);
  const last = turns.at(-1);
  const scope = scopeWords(last?.entry.reply.standing, settings, words);
  return frameHtml(site, {
    ...{ path: '/', large, skip: { to: 'text', words: words.skip } },
    head: html`<script src="${site.assets.chat}" defer></script>`,
    actions: html`<form method="post" action="${NEW_PATH}"><button class="quiet">${words.newConversation}</button></form>`,
    body: html`<main class="column" id="chat" data-events="${EVENTS_PATH}" data-last="${last?.id ?? ''}" data-words="${scriptWords(words)}">
${turns.length === 0 && welcomeHtml(site, nonce)}
<div id="turns" role="log" aria-label="${words.conversation}" lang="zh-CN">${turns.map((turn) =>
      turnHtml(turn, { site, nonce, given, latest: turn === last }),
    )}</div>
<div id="latest"></div>
</main>
${composerHtml(words, nonce, scope, ask)}`,
  });
}

function welcomeHtml({ words, lists }: Site, nonce: string): Html {
  const examples = HELP_QUESTIONS.map(
    (example) => html`<li><button name="text" value="${example}">${example}</button></li>`,
  );
  return html`<section class="welcome" id="welcome" aria-labelledby="welcome-heading">
<h2 id="welcome-heading">${words.welcome}</h2>
<p>${words.askLike}</p>
${messageForm('examples', nonce, html`<ul lang="zh-CN">${examples}</ul>`)}
<p>${words.noticeHint}</p>
<div class="notice"><h3>${words.beforeUse}</h3>${words.introduction.map((line) => html`<p>${line}</p>`)}</div>
${lists && html`<p class="to-lists"><a href="/lists">${words.lists}</a></p>`}
</section>`;
}

function composerHtml(words: Words, nonce: string, scope: string, ask: string): Html {
  return html`<footer><div class="column">
${scopeHtml(scope, nonce, words)}
<form class="ask" id="ask" method="post" action="${MESSAGE_PATH}" enctype="multipart/form-data" data-live>
<input type="hidden" name="event" value="${nonce}">
<label class="unseen" for="text">${words.question}</label>
<textarea id="text" name="text" rows="1" placeholder="${words.questionExample}" enterkeyhint="send">${ask}</textarea>
<button class="send">${words.send}</button>
<p class="pick"><label for="file">${words.pickFile}</label>
<input type="file" id="file" name="file" accept=".docx,.pdf,.txt" data-most="${MOST_FILE_BYTES}">
<output id="picked" for="file"></output><button type="button" id="unpick" hidden>${words.unpick}</button></p>
</form>
</div></footer>`;
}

/** What the script says, in the shell's language. */
const scriptWords = ({ waiting, tooFast, failed, offline, tooLarge, given }: Words): string =>
  JSON.stringify({ waiting, tooFast, failed, offline, tooLarge, given });
