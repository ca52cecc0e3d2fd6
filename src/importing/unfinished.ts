/** Brackets and quotes that come in pairs. */
const PAIRS = [
  ['（', '）'],
  ['(', ')'],
  ['《', '》'],
  ['“', '”'],
  ['【', '】'],
  ['「', '」'],
] as const;

/** UTF-16 units at the end of a text that tell whether it breaks off. */
const TAIL = 200;
/** UTF-16 units of a field; a longer one is refused, so there is no use in adding to it. */
export const LONGEST_FIELD = 4_000;

/** Marks behind which more follows; a row may end in one of the first three by habit. */
const OPEN_MARK = /[、，,：:—…（(《“【「]$|\.{3}$/;
/** Words that stand in front of another one. */
const LINKING =
  /([和及与或的由对将向为在被把]|以及|并且|关于|根据|按照|依照|针对|对于|进行|做好|搞好|予以|给予)$/;
/** Whole words whose last character would link by itself: 普及, 参与, 目的, 核对. */
const WHOLE_WORD = new RegExp(
  '(普及|涉及|危及|触及|顾及|波及|埃及|参与|赠与|授与|给与|缓和|调和|温和|饱和|总和|共和|抑或|目的|标的|[理事自缘案来]由|' +
    '[核校结面比查应反相配绝派]对|即将|麻将|方向|[流去意导志走动倾定风]向|[行作人成认有无]为|[存现潜内外实所健]在)$',
);

/** Whether a text breaks off: it ends in a mark or word that more follows, or a bracket stays open. */
export function isUnfinished(whole: string): boolean {
  const text = whole.slice(-TAIL);
  if (OPEN_MARK.test(text) || (LINKING.test(text) && !WHOLE_WORD.test(text))) return true;
  return PAIRS.some(([open, close]) => count(text, open) > count(text, close));
}

/** Whether a text can't be a beginning: it starts with what closes or goes on. */
export function isRest(text: string): boolean {
  return /^[、，,；;。）)》”】]/.test(text);
}

/** Two pieces of one text: run together where the first breaks off, else apart by ；. */
export function joined(first: string, more: string): string {
  if (first === '') return more;
  if (first.length > LONGEST_FIELD) return first;
  return isUnfinished(first) || isRest(more) ? first + more : `${first}；${more}`;
}

/**
 * Which names of a list break off: cut by the end of a page or cell. A mark that half of the names end in is the list's
 * own way to end a row.
 * @param names as they stand in the file, with the mark they end in
 */
export function cutNames(names: readonly string[]): ReadonlySet<string> {
  const endings = new Map<string, number>();
  for (const name of names) endings.set(name.slice(-1), (endings.get(name.slice(-1)) ?? 0) + 1);
  const isHabit = (mark: string): boolean => names.length > 1 && (endings.get(mark) ?? 0) * 2 >= names.length;
  return new Set(
    names.filter((name) => {
      const mark = /[、，,]$/.exec(name)?.[0];
      return isUnfinished(mark !== undefined && isHabit(mark) ? name.slice(0, -1) : name);
    }),
  );
}

function count(text: string, mark: string): number {
  return text.split(mark).length - 1;
}
