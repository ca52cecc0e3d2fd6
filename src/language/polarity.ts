/** 不 is left out: it negates what people do or say (不给开, 下落不明), not what a paper certifies. */
const NEGATION = '没有|并未|从未|尚未|无|未|没';
const AFFIRMATION = '有|已经|已|曾';
/** The character that a negation or affirmation is said of; particles say nothing. */
const SAID = new RegExp(`(?:(${NEGATION})|(${AFFIRMATION}))(?![了过着得的啊呢吗])(\\p{Script=Han})`, 'gu');
/** Ordinary words in which 无, 未, 没, 有 negate or affirm nothing. */
const FIXED = /没收|未成年|无障碍|无偿|有关|有人|有限|有没有|所有|拥有|只有|还有|持有/gu;

interface Polarities {
  negated: ReadonlySet<string>;
  affirmed: ReadonlySet<string>;
  text: string;
}

/** Whatever negates or affirms has one of these. */
const TELLING = /[无未没有已曾]/u;
const NONE: ReadonlySet<string> = new Set();

function polarities(text: string): Polarities {
  if (!TELLING.test(text)) return { negated: NONE, affirmed: NONE, text };
  const plain = text.replace(FIXED, ' ');
  const negated = new Set<string>();
  const affirmed = new Set<string>();
  for (const [, negative, , said] of plain.matchAll(SAID)) {
    // The first character alone, so that 无犯罪 and 没犯过罪 are said of the same.
    (negative === undefined ? affirmed : negated).add(said as string);
  }
  return { negated, affirmed, text: plain };
}

/**
 * The character on which two wordings disagree by negation (无房 against 有房 or 住房), null when they agree.
 * A wording without negation or affirmation on one side agrees with 有 on the other.
 */
export function polarityClash(asked: string, listed: string): string | null {
  const a = polarities(asked);
  if (a.negated.size + a.affirmed.size === 0) return null;
  const b = polarities(listed);
  for (const said of a.negated) {
    if (!b.negated.has(said) && b.text.includes(said)) return said;
  }
  return affirmedIn(a, b);
}

/** The character that one side says there is (有犯罪记录) and the other that there isn't (无犯罪记录), else null. */
export function affirmedClash(asked: string, listed: string): string | null {
  const a = polarities(asked);
  return a.affirmed.size === 0 ? null : affirmedIn(a, polarities(listed));
}

function affirmedIn({ affirmed }: Polarities, { negated }: Polarities): string | null {
  for (const said of negated) if (affirmed.has(said)) return said;
  return null;
}
