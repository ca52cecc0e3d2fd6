import type { ListKind } from '#catalogue/schema.js';
import { textOnly } from '#conversation/answer-blocks.js';
import { lastAnswer, scopeOf } from '#conversation/ask-desk.js';
import { kindsBrowsed } from '#conversation/browsed.js';
import { defineIntent, type Outcome, type Turn } from '#conversation/intent.js';
import { clausesSaid, kindOf, namesOwn } from '#conversation/leaning.js';
import { openPage, PAGE_SIZE } from '#conversation/list-page.js';
import { pointedAt } from '#conversation/pointing.js';
import type { Page } from '#conversation/state.js';
import { PAPER_KINDS } from '#ruling/index.js';

type Slots =
  | { type: 'lists' }
  | { type: 'open'; page: Page }
  | { type: 'turn'; step: 1 | -1 }
  | { type: 'rest' };

const LISTS =
  /^(?:(?:你|你们|这里|社区)?(?:都)?(?:有|收录了?|看看?|查看?|列出)?(?:哪些|什么|几张|所有|全部)(?:的)?清单|清单(?:都)?有(?:哪些|几张)|(?:看|查|查看|打开)?(?:清单|目录)(?:列表)?)$/u;
const FORWARD = /^(?:下一页|下页|后一页|翻页|继续看?|再看看?|更多|接着|接着看|next)$/u;
const BACK = /^(?:上一页|上页|前一页|往前|prev)$/u;
const REST =
  /^(?:那|那么)?(?:还有|剩下|其他|别的|其余|另外)(?:的)?(?:还)?(?:有)?(?:哪些|什么|呢|啥|几项|没有|吗)*(?:证明|事项?|呢)?$/u;
/** Only a text with one of these can ask for a list; the decision says whether it does. */
const MAY_BROWSE = /哪些|哪几|有哪|清单|目录|列出|列一下|列个|一览|都有|有什么|包括什么|是什么/u;

/** A list, page by page. */
export const intent = defineIntent<Slots>({
  id: 'browse-list',
  precedence: 39,
  interrupts: false,
  examples: [
    '社区能开哪些证明',
    '负面清单有哪些',
    '哪些证明不能开',
    '依法协助事项有哪些',
    '有哪些清单',
    '下一页',
    '上一页',
    '还有哪些',
    '还有吗',
    '负面清单发我',
  ],
  slots(turn) {
    const { said } = turn;
    if (LISTS.test(said)) return { type: 'lists' };
    if (FORWARD.test(said)) return { type: 'turn', step: 1 };
    if (BACK.test(said)) return { type: 'turn', step: -1 };
    const pointed = pointedAt(said, turn.state.shown) !== null;
    const goesOn = () => kindOf(turn, 'more') !== null && !namesOwn(turn);
    if (!pointed && (REST.test(said) || goesOn())) return { type: 'rest' };
    const other = otherSide(turn);
    if (other !== null) return { type: 'open', page: other };
    const browsed = MAY_BROWSE.test(said) ? kindsBrowsed(turn, said, scopeOf(turn)) : null;
    if (browsed !== null) return { type: 'open', page: { ...browsed, offset: 0 } };
    return kindOf(turn, 'lists') === null ? null : wished(turn);
  },
  handler(slots, turn) {
    if (slots.type === 'lists') return { blocks: textOnly(LIST_NAMES) };
    if (slots.type === 'open') return openPage(turn, slots.page);
    const { page } = turn.state;
    if (slots.type === 'rest') return page === null ? sameList(turn) : openPage(turn, moved(page, 1));
    if (page === null) return { blocks: textOnly('现在没有在翻的清单。可以问：社区能开哪些证明') };
    if (slots.step < 0 && page.offset === 0) return { blocks: textOnly('已经是第一页了。') };
    return openPage(turn, moved(page, slots.step));
  },
});

const OTHER = /^(?:那|那么)?(?:还有)?(?:哪些|哪几[项种样]|什么)(?:是|就)?(.{1,8})$/u;
const BARRED = /不(?:能|给|可以|让|准|得|用|应该?|该|归|要)/u;

/** 「那哪些是不给开的」 behind a list: the other list of the same sort. */
function otherSide({ said, state }: Turn): Page | null {
  const [, wished] = OTHER.exec(said) ?? [];
  const { page } = state;
  if (wished === undefined || page === null) return null;
  const papers = page.kinds.some((kind) => PAPER_KINDS.includes(kind));
  const kinds: ListKind[] = BARRED.test(wished)
    ? [papers ? 'must-not-certify' : 'negative']
    : [papers ? 'may-certify' : 'autonomy'];
  return page.kinds.includes(kinds[0] as ListKind) ? null : { ...page, kinds, offset: 0 };
}

const ASKED: readonly (readonly [said: RegExp, kind: ListKind])[] = [
  [/(?:不|拒绝|取消).{0,6}(?:开|盖|出具|证明)|证明.{0,6}不/u, 'must-not-certify'],
  [/证明|开具|盖章|[能给]开(?![展会])/u, 'may-certify'],
  [/负面|减负|不(?:该|应|用|归|能|得)/u, 'negative'],
  [/协助|配合/u, 'assist'],
  [/自治|职责|该(?:干|管|做)|归(?:社区|村里|我们)/u, 'autonomy'],
];

/** 「负面清单发我」: the list that the words name; which lists there are where they name none. */
function wished(turn: Turn): Slots {
  // What is said before it is what was understood so far: 啥都不能开，哪些能开啊.
  const named = (text: string) => ASKED.find(([said]) => said.test(text));
  const [, kind] = named(clausesSaid(turn.said).at(-1) ?? '') ?? named(turn.said) ?? [];
  if (kind === undefined) return { type: 'lists' };
  const { region, date } = scopeOf(turn);
  return { type: 'open', page: { kinds: [kind], region, date, offset: 0 } };
}

const LIST_NAMES = [
  '清单有五种，想看哪一种，直接问：',
  '自治事项有哪些｜依法协助事项有哪些｜负面清单有哪些',
  '社区能开哪些证明｜哪些证明社区不能开',
].join('\n');

const moved = (page: Page, step: 1 | -1): Page => ({ ...page, offset: page.offset + step * PAGE_SIZE });

/** After an answer, 还有哪些 asks for the list that its item is on. */
function sameList(turn: Turn): Outcome {
  const answer = lastAnswer(turn);
  const kind: ListKind | null = answer?.item?.kind ?? ofUnlisted(turn);
  if (answer === null || kind === null) {
    return { blocks: textOnly('还有哪些什么？可以问：社区能开哪些证明、负面清单有哪些') };
  }
  const { region, date } = turn.state.last ?? { region: null, date: null };
  const level = answer.explanation.region;
  return openPage(turn, { kinds: [kind], region: region ?? level, date, offset: 0 });
}

/** Of a paper that is on no list, those that may be had. */
function ofUnlisted({ state }: Turn): ListKind | null {
  if (state.last?.about === 'certificate') return 'may-certify';
  return state.last?.about === 'task' ? 'autonomy' : null;
}
