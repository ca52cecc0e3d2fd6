import { type Stretch, stretchIn } from '#text/stretch.js';
import type { EntryState } from './entry.js';
import type { KindId, RegisterKind, Wanted } from './kind.js';
import { REGISTERS } from './kinds/index.js';

/** What a person wants to know of a register. */
export interface Lookup {
  readonly kind: KindId;
  readonly want: Wanted;
  /** What it is about, and of which community; empty where they don't say. */
  readonly name: string;
  readonly place: string;
  /** Key of the field that is asked for; null where the entries are. */
  readonly field: string | null;
  /** Null for all. */
  readonly state: EntryState | null;
  /** Null where no time is named. */
  readonly stretch: Stretch | null;
}

/** UTF-16 units; a longer text tells a case. */
const LONGEST = 60;
const OURS =
  /^(?:我们|咱们|咱|俺们|本|这个|这里|这儿)?(?:社区|村里|村|居委会|村委会|小区)?(?:里|这里|这边)?的?/u;
const LOOK = '(?:帮我|请|给我)?(?:看看|看一下|查一下|查查|查看|列出|列一下|汇总一下|统计一下|查|看)';
const KEPT = '的?(?:登记簿|登记表|登记本|登记|记录)(?:里|上|里面)?';
const TOTAL = '的?(?:年度)?(?:情况)?(?:汇总表?|统计表?)';
const WHICH = '的?(?:有哪些|都有哪些|有什么|有几个|有几条|有多少条?|多少条|几条|哪些)';

const oneOf = (words: readonly string[]) => [...words].sort((a, b) => b.length - a.length).join('|');

/** Patterns of each kind: its own, then its name with 登记 or 汇总, so that nothing else is taken for one. */
const PATTERNS = Object.values(REGISTERS).flatMap(({ id, looked }: RegisterKind) => {
  const noun = `(?:${oneOf(looked.nouns)})`;
  const general = [
    { want: 'summary', pattern: `(?:${LOOK})?${noun}(?:${KEPT})?${TOTAL}` },
    { want: 'entries', pattern: `${LOOK}${noun}${KEPT}(?:${WHICH})?` },
    { want: 'entries', pattern: `${noun}${KEPT}${WHICH}` },
  ] as const satisfies RegisterKind['looked']['asks'];
  return [...looked.asks, ...general].map((ask: RegisterKind['looked']['asks'][number]) => ({
    kind: id,
    want: ask.want,
    field: ask.field ?? null,
    state: ask.state ?? null,
    whole: new RegExp(`^${ask.pattern}[?？]?$`, 'u'),
  }));
});

/**
 * What a text wants to know of a register; null where of none. `said` is normalised. By the words of the kinds alone.
 * @param today YYYY-MM-DD
 */
export function lookedUp(said: string, today: string): Lookup | null {
  if (said.length > LONGEST) return null;
  const stretch = stretchIn(said, today) ?? null;
  const timeless =
    stretch === null
      ? said
      : `${said.slice(0, stretch.start)}${said.slice(stretch.start + stretch.words.length)}`;
  const plain = timeless.replace(OURS, '').trim();
  // What stands in front may be a place: 我们社区, but also 阳光社区.
  for (const text of plain === timeless ? [plain] : [plain, timeless]) {
    for (const { whole, ...lookup } of PATTERNS) {
      const groups = whole.exec(text)?.groups;
      if (groups === undefined && !whole.test(text)) continue;
      const { name = '', place = '' } = groups ?? {};
      return { ...lookup, name: POINTING.test(name) ? '' : name, place, stretch };
    }
  }
  return null;
}

/** Only points at what it is about. */
const POINTING = /^(?:这|那|这个|那个|这些|那些|这项|这一项|我们|社区|一个|某个)?$/u;
