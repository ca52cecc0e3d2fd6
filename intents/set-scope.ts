import { bodyOf } from '#answer/index.js';
import { closingNote, textOnly } from '#conversation/answer-blocks.js';
import { answered, decide, lastAnswer, scopeOf } from '#conversation/ask-desk.js';
import { defineIntent, type Outcome, type Turn } from '#conversation/intent.js';
import { kindOf } from '#conversation/leaning.js';
import { openPage } from '#conversation/list-page.js';
import { ROLE_WORDS } from '#conversation/roles.js';
import { looselyScoped, type Scoping, scopingOf, type Told } from '#conversation/scoping.js';
import type { ConversationState, LastQuestion } from '#conversation/state.js';

/** Choices offered at most. */
const CHOICES = 3;
/** Clauses at the beginning of a message in which people say who and where they are. */
const LEADING = 3;
const CLAUSE = /[^,，。;；!！?？\s]+/gu;

interface Slots {
  scoping: Scoping;
  /** The question that stood in the same message; empty where none did. */
  rest: string;
}

/** Where, as whom and for which day a person asks: the last question is asked again so, and those after it. */
export const intent = defineIntent<Slots>({
  id: 'set-scope',
  precedence: 30,
  interrupts: false,
  examples: [
    '我在南岸区',
    '我是社区工作者',
    '我是南岸区的居民',
    '我是街道干部',
    '我是街道应急办的',
    '换成湖北呢',
    '湖北呢',
    '那村里呢',
    '2025年呢',
    '去年呢',
    '现在呢',
    '全国呢',
    '其他地方呢',
    '不限地区',
    '我在南岸区，社区能开无犯罪记录证明吗',
  ],
  slots(turn) {
    const { said, desk } = turn;
    const today = desk.today();
    const whole = scopingOf(desk.kb, said, today);
    if (whole !== null) return { scoping: whole, rest: '' };
    const inside = leadingScope(turn, today);
    if (inside !== null) return inside;
    const loose = kindOf(turn, 'scope') === null ? null : looselyScoped(desk.kb, said, today);
    return loose === null ? null : { scoping: loose, rest: '' };
  },
  handler({ scoping, rest }, turn) {
    switch (scoping.type) {
      case 'told':
        return told(scoping, rest, turn);
      case 'unknown':
        return { blocks: textOnly(scoping.message) };
      case 'several':
        return whichRegion(scoping, turn);
    }
  },
});

/**
 * 「我是街道应急办的，在南岸区，…」: what the first clauses say of the person, all of it; the others are the question.
 * 「2025年，…」 names the day of that one question, which the decision reads by itself: only behind another such clause
 * does a clause that could lean on something speak of the person.
 */
function leadingScope({ said, desk }: Turn, today: string): Slots | null {
  const clauses = [...said.matchAll(CLAUSE)];
  if (clauses.length < 2) return null;
  const found: Told[] = [];
  let rest = said;
  for (const { 0: clause } of clauses.slice(0, LEADING)) {
    const scoping = scopingOf(desk.kb, clause, today);
    if (scoping?.type !== 'told') continue;
    if (scoping.leans && (found.length === 0 || typeof scoping.region !== 'string')) continue;
    found.push(scoping);
    rest = rest.replace(clause, '');
  }
  const [first] = found;
  if (first === undefined) return null;
  // What was said first counts where two clauses say the same thing.
  const scoping: Told = Object.assign({}, ...found.toReversed());
  return { scoping, rest: rest.replace(/^[,，。;；!！?？\s]+/u, '') };
}

function told(scoping: Told, rest: string, turn: Turn): Outcome {
  const { role, region, date, committee } = scoping;
  const state: Partial<ConversationState> = {};
  if (role !== undefined) state.role = role;
  if (region !== undefined) state.region = region;
  if (date !== undefined) state.date = date;
  if (committee !== undefined) state.committee = committee;
  const now: Turn = { ...turn, state: { ...turn.state, ...state } };
  const { last, page } = turn.state;
  // 「不是居民问的，我是社区干部，这么找上门咋弄」 names nothing new: what was asked before is meant.
  if (rest !== '' && (last === null || isOwn(now, rest))) return answered(now, rest, scopeOf(now), state);
  if (page !== null && last === null && (region !== undefined || date !== undefined)) {
    const again = {
      ...page,
      offset: 0,
      ...(region === undefined ? {} : { region }),
      ...(date === undefined ? {} : { date }),
    };
    const opened = openPage(turn, again);
    return { ...opened, state: { ...state, ...opened.state } };
  }
  if (last === null) return noted(scoping, state);
  // A place or a day in the question's own words would win over the new one.
  const over = [...new Set([...(last.how.over ?? []), ...overOf(region, date)])];
  const scope = {
    role: role ?? last.role,
    region: region === undefined ? last.region : region,
    date: date === undefined ? last.date : date,
    how: {
      ...last.how,
      ...(over.length === 0 ? {} : { over }),
      ...(committee === undefined ? {} : { committee }),
    },
  };
  const outcome = answered(turn, last.text, scope, state);
  if (isLost(outcome, last, turn)) return unknownThere(scoping, state, turn);
  // Only what was told holds on, not what the question that is asked again named itself.
  return {
    ...outcome,
    blocks: [...outcome.blocks, ...noteOf(scoping)],
    state: { ...outcome.state, ...state },
  };
}

/** Whether something is known of what stands beside the person's own circumstances. */
function isOwn(turn: Turn, rest: string): boolean {
  const { verdict, choices } = decide(turn, rest, scopeOf(turn));
  return verdict !== 'out-of-scope' && (verdict !== 'clarify' || choices.length > 0);
}

/** Nothing of what was answered before is known for what was told. */
const isLost = ({ record }: Outcome, last: LastQuestion, turn: Turn): boolean =>
  record?.type === 'answer' &&
  record.answer.verdict === 'out-of-scope' &&
  decide(turn, last.text, last).verdict !== 'out-of-scope';

/** That nothing is known there, and what was said before, which still holds where it holds. */
function unknownThere(scoping: Told, state: Partial<ConversationState>, turn: Turn): Outcome {
  const before = lastAnswer(turn);
  const [headline = ''] = before === null ? [] : bodyOf(before.sections);
  const told = asTold(scoping).join('、');
  const text = `${told}，没有收录这方面的内容。刚才的答复只在原来说的地方有效：${headline}`;
  return { blocks: [...textOnly(text), ...noteOf(scoping)], state };
}

function noted(scoping: Told, state: Partial<ConversationState>): Outcome {
  if (scoping.date !== undefined && scoping.region === undefined)
    return {
      blocks: textOnly('记下了日期。请先说要问的事；也可以直接写在问题里，如：2025年社区能开居住证明吗'),
      state,
    };
  return { blocks: textOnly(`记下了，这次对话${asTold(scoping).join('、')}来答。请说要问的事。`), state };
}

function asTold({ role, region, date, committee }: Told): string[] {
  return [
    region === undefined ? '' : region === null ? '不限地区，只按全国的规定' : `按${region}的规定`,
    date === undefined ? '' : date === null ? '按今天有效的规定' : `按${date}有效的规定`,
    role === undefined ? '' : `按${ROLE_WORDS[role]}的身份`,
    committee === undefined ? '' : committee === 'village' ? '按村委会' : '按居委会',
  ].filter((part) => part !== '');
}

/** How what was told is put back, in one line behind the answer. */
function noteOf(scoping: Told) {
  const back = [
    ...(typeof scoping.region === 'string' ? ['说「全国呢」改回全国'] : []),
    ...(typeof scoping.date === 'string' ? ['说「现在呢」改回今天'] : []),
  ];
  return closingNote(
    back.length === 0 ? null : `后面的问题也${asTold(scoping).join('、')}来答；${back.join('，')}。`,
  );
}

function overOf(region: string | null | undefined, date: string | null | undefined): ('region' | 'date')[] {
  return [
    ...(region === undefined ? [] : ['region' as const]),
    ...(date === undefined ? [] : ['date' as const]),
  ];
}

function whichRegion({ regions, own }: Scoping & { type: 'several' }, { state }: Turn): Outcome {
  const choices = regions.slice(0, CHOICES).map(({ name }) => ({ id: name, label: name }));
  const settles = own || state.last === null ? 'region-of-person' : 'region-of-question';
  return {
    blocks: [{ type: 'choices', prompt: '同名的地方不止一个，您说的是哪一个？', choices }],
    asked: { settles, choices, question: state.last?.text ?? '' },
  };
}
