import { type Entry, textOf } from './entry.js';
import type { KindId, RegisterKind } from './kind.js';
import { REGISTERS } from './kinds/index.js';
import { labelOf, UNSEEN } from './said.js';

/** A person asks whether they have to do what a register holds: 这张表能不填吗. */
export interface AskedAbout {
  readonly kind: KindId;
  /** What they call it, without 这张 and the like; empty where they only point at it. */
  readonly name: string;
}

/** Characters of a name in front of its noun. */
const LONGEST_NAME = 30;
const POINTING = '(?:那么|那|这|咱|我)?(?:这|那|哪)?(?:几|一)?(?:张|个|份|块|种|次|项|些|套|条)?';
const BODY = '(?:社区|我们|居委会|村委会|村里|村干部)?';

/**
 * What a text asks of, where it asks whether something of a register has to be done, who wants it or on what ground; null
 * else. `said` is normalised. By the words of the kinds alone.
 */
export function askedAbout(said: string): AskedAbout | null {
  for (const { kind, patterns } of PATTERNS) {
    for (const pattern of patterns) {
      const found = pattern.exec(said)?.groups;
      if (found === undefined) continue;
      const { name = '', noun = '', told = '' } = found;
      return { kind, name: told !== '' ? told : name === '' ? '' : `${name}${noun}` };
    }
  }
  return null;
}

/** What it is called may follow: 这张表能不填吗：燃气安全排查统计表. */
const TOLD = `(?:[：:\\s]{1,3}(?<told>[^：:,，。?？]{2,${LONGEST_NAME + 10}}))?$`;
const END = '(?:行不行|可以吗|可不可以|行吗|吗|嘛|么|呢)?[?？]?';
const MAY = '能不能|可不可以|是不是可以|有没有权利?|可以|可否|能否|有权|能';

const PATTERNS = Object.values(REGISTERS).flatMap((register: RegisterKind) => {
  const { asked, id } = register;
  if (asked === null) return [];
  const oneOf = (words: readonly string[]) => [...words].sort((a, b) => b.length - a.length).join('|');
  const verbs = oneOf(asked.verbs);
  const asks = [
    `(?:${MAY})不(?:去)?(?:${verbs})${END}`,
    `(?:必须|一定|非)(?:要|得)?(?:${verbs})(?:不可)?${END}`,
    `(?:要不要|该不该|用不用|需不需要|有没有必要)(?:去)?(?:${verbs})${END}`,
    `(?:有没有|有)(?:经过)?(?:准入|核准|批准)(?:过)?${END}`,
    `(?:是)?(?:哪个单位|哪个部门|谁)(?:要|让|叫|要求)(?:${verbs})?的${END}`,
  ].join('|');
  const ofThing = `(?<name>.{0,${LONGEST_NAME}}?)(?<noun>${oneOf(asked.nouns)})`;
  const ofShort = `(?!的)(?<name>.{0,${LONGEST_NAME}}?)(?<noun>${oneOf([...asked.nouns, ...asked.short])})`;
  return [
    {
      kind: id,
      patterns: [
        new RegExp(`^${POINTING}${ofThing}${BODY}(?:${asks})${TOLD}`, 'u'),
        // The other way round: 社区有没有权不填表, 能不能不挂这块牌子.
        new RegExp(`^${BODY}(?:${MAY})(?:不|拒绝)(?:去)?(?:${verbs})${POINTING}${ofShort}${END}${TOLD}`, 'u'),
      ],
    },
  ];
});

/** What is said of an entry that was asked about. */
export function askedLines(kind: RegisterKind, entry: Entry): string[] {
  const decision = kind.decision;
  const of = decision?.of ?? '准入';
  const name = textOf(entry, kind.what);
  const demander = textOf(entry, kind.who) || `要求单位${UNSEEN}`;
  const outcome = kind.outcome === null ? '' : textOf(entry, kind.outcome);
  const basis = textOf(entry, 'basis');
  const head = [
    `登记里有“${name}”（${entry.number}）。`,
    `谁要的：${demander}${outcome === '' ? '' : `；${labelOf(kind, kind.outcome ?? '')}：${outcome}`}。`,
    `对方说的依据：${basis === '' ? '没有写' : basis}。`,
  ];
  if (decision === null) return head;
  const { decided } = entry;
  if (entry.state === 'admitted') {
    const number = decided?.number ?? null;
    return [
      ...head,
      `${decision.admitted}（${decided?.day ?? UNSEEN}${number === null ? '' : `，${number}`}）：照${of}的范围和次数做。`,
    ];
  }
  if (entry.state === 'refused') {
    return [...head, `${decision.refused}（${decided?.reason ?? UNSEEN}）：可以不做，请对方看这个决定。`];
  }
  return [...head, `${decision.undecided}：请对方先办${of}，办好了再定做不做。`];
}

/** What is said where the register has nothing of that name. */
export function nothingLines(kind: RegisterKind, name: string, region: string | null): string[] {
  const of = kind.decision?.of ?? '登记';
  const what =
    name === ''
      ? '您没有说是哪一个'
      : `${region === null ? '没有说是哪个地区' : `${region}的登记里没有“${name}”`}`;
  const first = kind.decision === null ? [] : [`没有办${of}的，请对方先办${of}，办好了再定做不做。`];
  return [
    `${what}，所以不知道是谁要的、有没有${of}。`,
    ...first,
    `可以先问对方三句：哪个单位要的、依据哪个文件、办了${of}没有；再${kind.asked?.howToEnter ?? ''}`,
  ];
}
