import type { KnowledgeBase } from '#catalogue/knowledge-base.js';
import type { SharedAnswer } from '#conversation/channel.js';
import { html, Html as Markup } from './html.js';
import type { Sheet } from './lists/sheet.js';
import { render } from './render.js';
import type { Site } from './site.js';
import { SHELLS } from './words.js';

/**
 * An answer that somebody passed on, as it was given; where the lists have changed since, that is said.
 * @param kb the lists in force now; null where they aren't known
 */
export function answerPage(answer: SharedAnswer, kb: KnowledgeBase | null, { words }: Site): Sheet {
  const { blocks, role, region, date, catalogueVersion } = answer;
  const verdict = blocks.find((block) => block.type === 'verdict');
  const title = verdict?.type === 'verdict' ? verdict.headline : words.shareAnswer;
  const changed = kb !== null && kb.version !== catalogueVersion;
  return {
    title,
    description: title,
    // Whoever has the address may read it; nobody should come upon it by a search.
    head: html`<meta name="robots" content="noindex">`,
    body: html`<h1>${words.anAnswer}</h1>
<p class="given">这是给${SHELLS['zh-CN'].roles[role ?? 'resident']}的回答，按 ${date} 在${region}有效的规定。页面上没有提问人说的话。</p>
${changed && html`<p class="changed" role="note">在那以后，收录的清单有过变动。请再问一次，看现在是不是还这样。</p>`}
<article class="reply shared">${render({ blocks }, { words }).map((message) => new Markup(message.html))}</article>
<p><button type="button" class="copy" hidden>复制链接</button></p>`,
  };
}
