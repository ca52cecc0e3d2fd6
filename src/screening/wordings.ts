import type { Handed } from './extraction.js';

/** Longer phrases are asked about by their beginning, where verb and object stand. */
const LONGEST_ASKED = 40;
/** A list inside a phrase is asked about part by part, the first of them only. */
const PARTS = 3;
const LIST = /^(.{2,8}?)((?:[^、和及]{2,12})(?:(?:、|和|及(?!时))[^、和及]{2,12})+)$/u;

/** How a task is put to the decider, the surest wording first. */
export function wordingsOf({ matter, capacity }: Handed, certificate: boolean): string[] {
  const short = oneClause(matter);
  if (certificate) {
    // 居住情况由所在社区出具证明: who issues it is known.
    const paper = short.replace(
      /(?:须|应|需|均)?由[^和]{0,10}?(?:社区|居委会|村委会|村)\)?(?:统一|负责)?(?=[出开]具)/u,
      '',
    );
    return [`社区${paper}`, paper];
  }
  const frame = frameOf(capacity);
  return [`${frame}${short}`, ...partsOf(matter).map((part) => `${frame}${part}`)];
}

/** The same with what the notice or section is about, for a phrase that doesn't say it (发放宣传资料). */
export function topicalWordings({ matter, capacity, topics }: Handed): string[] {
  return topics.map((topic) => `${frameOf(capacity)}${topic}${oneClause(matter)}`);
}

/** A mark would make the decider read the parts one by one, and take a place or a person for the task. */
function oneClause(matter: string): string {
  return [...matter.replace(/[、,:;]/gu, '和')].slice(0, LONGEST_ASKED).join('');
}

function frameOf(capacity: Handed['capacity']): string {
  if (capacity === 'assist') return '社区协助';
  return capacity === 'responsible' ? '由社区负责' : '要求社区';
}

/** 走访慰问独居老人和留守儿童: 走访慰问独居老人, 走访慰问留守儿童; 对出租房进行消防隐患排查: 消防隐患排查. */
function partsOf(matter: string): string[] {
  const [, done] = /^对.{2,}?(?:进行|开展|实施)(.{4,})$/u.exec(matter) ?? [];
  if (done !== undefined) return [oneClause(done)];
  // The laws say 检查 where notices say 排查.
  const looked = /^(.{2,12})(?:安全)?(?:隐患)?(?:大?排查|摸排|巡查)$/u.exec(matter)?.[1];
  if (looked !== undefined) return [`${oneClause(looked)}安全检查`];
  const list = matter.split(/、|和|及(?!时)/u);
  if (list.length < 2 || !LIST.test(matter)) return [];
  const [first = '', ...rest] = list;
  const verb = first.length > 4 ? first.slice(0, first.length > 6 ? 4 : 2) : '';
  return [first, ...rest.map((part) => `${verb}${part}`)]
    .filter((part) => part.length >= 3)
    .slice(0, PARTS)
    .map(oneClause);
}
