import type { ItemRow } from '#catalogue/rows.js';
import type { WordSet, Words } from '#language/index.js';

/**
 * Whether a task asks for an act of an office or a profession (采样, 验收, 收缴) that the row, a row on helping, doesn't
 * name, or for anything but publicity from a row on publicity: then the row's wider subject doesn't cover it.
 */
export function goesBeyond(matter: string, row: ItemRow, words: Words): boolean {
  const { name, summary = '', aliases } = row.item;
  const named = [name, summary, ...aliases].join('\n');
  if (isPublicity(row) && words.publicityActs.find(matter) === undefined) return true;
  return everyIn(matter, words.officialActs).some((act) => !named.includes(act));
}

/** 协助加强消防宣传教育 is about publicity and nothing else. */
function isPublicity({ item: { name } }: ItemRow): boolean {
  return /宣传|宣讲/u.test(name) && !OTHER_ACTS.test(name);
}
const OTHER_ACTS = /、|，|防范|排查|检查|处置|管理|指导|动员/u;

/** Whether a task enforces or takes charge (取缔, 监管责任), or collects (征收), which is no matter of who is in charge. */
export function enforces(matter: string, assisting: boolean, words: Words): boolean {
  const enforcing = !assisting && words.enforcingActs.find(matter) !== undefined;
  return enforcing || words.collectingActs.find(matter) !== undefined;
}

/** 施工引发的纠纷: the act is somebody else's and only describes. */
const DESCRIBING =
  /^(?:所?引发|所?引起|[^,]{0,16}(?:纠纷|矛盾)|所?产生|造成|导致|过程|现场|期间|单位|人员|队|方|款|费|工地|垃圾|知识|政策|规定|的(?:居民|群众|人员|住户))/u;

function everyIn(text: string, set: WordSet): string[] {
  const found: string[] = [];
  for (let at = set.find(text); at !== undefined; at = set.find(text, at.start + at.word.length))
    if (!DESCRIBING.test(text.slice(at.start + at.word.length))) found.push(at.word);
  return found;
}
