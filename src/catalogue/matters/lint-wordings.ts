import { normalise } from '#text/normalise.js';
import type { Finding } from '../lint/finding.js';
import { MATTER_SORTS, type Matter, type MatterSort } from './schema.js';
import { byMatter, NOBODYS, type Wording } from './wordings.js';

/** Longest wording, in characters: questions in the evaluation sets stay under it, and longer ones are notices. */
export const LONGEST_WORDING = 200;

/** Fewest wordings a matter should have to be told from the others; rules are asked for less and in fewer ways. */
export const FEWEST_WORDINGS: Readonly<Record<MatterSort, number>> = {
  paper: 30,
  duty: 30,
  demand: 30,
  rule: 15,
};

const SORT_WORDS: Readonly<Record<MatterSort, string>> = {
  paper: '证明',
  duty: '职责与负面事项',
  demand: '诉求',
  rule: '规定',
};

/** What is wrong with the wordings: unknown matters, too long, said twice, said of two matters; and who has too few. */
export function checkWordings(matters: readonly Matter[], wordings: readonly Wording[]): Finding[] {
  if (wordings.length === 0) return [];
  const known = new Set<string>([...matters.map(({ id }) => id), ...NOBODYS]);
  const first = new Map<string, Wording>();
  const findings: Finding[] = [];
  for (const wording of wordings) {
    const error = (message: string): void => {
      const where = `${wording.path}:${wording.line}`;
      findings.push({ severity: 'error', code: 'KB-WORDING', documentId: null, where, message });
    };
    if (!known.has(wording.matter)) error(`事项 ${wording.matter} 不存在`);
    const length = [...wording.text].length;
    if (length > LONGEST_WORDING) error(`问法有 ${length} 字，最多 ${LONGEST_WORDING} 字`);
    const key = normalise(wording.text);
    const before = first.get(key);
    if (before === undefined) first.set(key, wording);
    else if (before.matter === wording.matter) error(`与 ${before.path}:${before.line} 重复`);
    else
      error(
        `与 ${before.path}:${before.line} 是同一句话，却写成 ${before.matter}、${wording.matter} 两个事项`,
      );
  }
  return [...findings, ...none(matters, wordings), ...tooFew(matters, wordings)];
}

/** A matter with fewer wordings than its sort should have, and how many it lacks. */
export interface ThinMatter {
  readonly matter: Matter;
  readonly count: number;
  readonly lacks: number;
}

/** Matters under the bar of their sort, in the order of the library. */
export function thinMatters(matters: readonly Matter[], wordings: readonly Wording[]): ThinMatter[] {
  const counts = byMatter(wordings);
  return matters.flatMap((matter): ThinMatter[] => {
    const count = counts.get(matter.id)?.length ?? 0;
    const lacks = FEWEST_WORDINGS[matter.sort] - count;
    return lacks > 0 ? [{ matter, count, lacks }] : [];
  });
}

function none(matters: readonly Matter[], wordings: readonly Wording[]): Finding[] {
  const counts = byMatter(wordings);
  const silent = matters.filter(({ id }) => !counts.has(id));
  if (silent.length === 0) return [];
  const message = `${silent.length} 个事项还没有问法：${silent.map(({ name }) => name).join('、')}`;
  return [{ severity: 'gap', code: 'KB-MATTER-EMPTY', documentId: null, where: 'wordings', message }];
}

function tooFew(matters: readonly Matter[], wordings: readonly Wording[]): Finding[] {
  const thin = thinMatters(matters, wordings);
  return MATTER_SORTS.flatMap((sort): Finding[] => {
    const of = thin.filter(({ matter }) => matter.sort === sort);
    if (of.length === 0) return [];
    const lacks = of.reduce((sum, { lacks }) => sum + lacks, 0);
    const each = of.map(({ matter, count }) => `${matter.id} ${count}`).join('、');
    const bar = FEWEST_WORDINGS[sort];
    const message = `${SORT_WORDS[sort]}类有 ${of.length} 个事项问法不足 ${bar} 条，共缺 ${lacks} 条：${each}`;
    return [{ severity: 'warning', code: 'KB-WORDINGS-FEW', documentId: null, where: 'wordings', message }];
  });
}
