import { textOnly } from '#conversation/answer-blocks.js';
import { answered, scopeOf } from '#conversation/ask-desk.js';
import { defineIntent, type Outcome, type Turn } from '#conversation/intent.js';
import { ROLE_WORDS } from '#conversation/roles.js';
import { type Scoping, scopingOf } from '#conversation/scoping.js';
import type { ConversationState } from '#conversation/state.js';

/** Choices offered at most. */
const CHOICES = 3;

interface Slots {
  scoping: Scoping;
  /** The question that followed in the same message; empty where none did. */
  rest: string;
}

/** Where and as whom a person asks, remembered for the conversation; 「换成湖北呢」 asks the last question again. */
export const intent = defineIntent<Slots>({
  id: 'set-scope',
  precedence: 50,
  interrupts: false,
  examples: [
    '我在南岸区',
    '我是社区工作者',
    '我是南岸区的居民',
    '我是街道干部',
    '换成湖北呢',
    '湖北呢',
    '2025年呢',
    '去年呢',
    '不限地区',
    '我在南岸区，社区能开无犯罪记录证明吗',
  ],
  slots({ said, desk }) {
    const whole = scopingOf(desk.kb, said, desk.today());
    if (whole !== null) return { scoping: whole, rest: '' };
    const comma = said.search(/[,，。;；\s]/u);
    if (comma < 1) return null;
    const scoping = scopingOf(desk.kb, said.slice(0, comma), desk.today());
    // 「2025年，…」 names the day of that one question, which the decision reads by itself.
    return scoping?.type === 'person' ? { scoping, rest: said.slice(comma + 1).trim() } : null;
  },
  handler({ scoping, rest }, turn) {
    switch (scoping.type) {
      case 'person':
        return aboutPerson(scoping, rest, turn);
      case 'again':
        return againWith(scoping, turn);
      case 'unknown':
        return { blocks: textOnly(scoping.message) };
      case 'several':
        return whichRegion(scoping, turn);
    }
  },
});

function aboutPerson({ role, region }: Scoping & { type: 'person' }, rest: string, turn: Turn): Outcome {
  const state: Partial<ConversationState> = {};
  if (role !== undefined) state.role = role;
  if (region !== undefined) state.region = region;
  if (rest !== '') {
    const now: Turn = { ...turn, state: { ...turn.state, ...state } };
    const outcome = answered(now, rest, scopeOf(now));
    return { ...outcome, state: { ...state, ...outcome.state } };
  }
  const said = [
    region === undefined ? '' : region === null ? '不限地区，只按全国的规定' : `按${region}的规定`,
    role === undefined ? '' : `按${ROLE_WORDS[role]}的身份`,
  ].filter((part) => part !== '');
  return { blocks: textOnly(`记下了，这次对话${said.join('、')}来答。请说要问的事。`), state };
}

/** The last question for another region or day; only this question's, the person's own region stays. */
function againWith({ region, date }: Scoping & { type: 'again' }, turn: Turn): Outcome {
  const { last } = turn.state;
  if (last !== null) {
    // A place or a day in the question's own words would win over the new one.
    const over = [...(last.how.over ?? []), ...overOf(region, date)];
    const scope = {
      ...last,
      ...(region === undefined ? {} : { region }),
      ...(date === undefined ? {} : { date }),
      how: { ...last.how, over },
    };
    return answered(turn, last.text, scope);
  }
  if (region !== undefined) return aboutPerson({ type: 'person', region }, '', turn);
  return { blocks: textOnly('请先说要问的事，再换日期。也可以直接写在问题里，如：2025年社区能开居住证明吗') };
}

function overOf(region: string | undefined, date: string | null | undefined): ('region' | 'date')[] {
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
