import type { CharterAsked } from './asked.js';
import { lawsOn } from './review.js';
import type { Article, CharterRules, Grade } from './rules.js';
import { articleName, GRADE_WORDS } from './said.js';
import type { CommitteeKind } from './shape.js';

const CHECK_IT =
  '写好了可以审一遍：把全文贴进来，或者发文件名里带“村规民约”“居民公约”的文件，我逐条对照法律；也可以用命令 qingdan charter 文件。';
const BY_PERSON = '这是按法律条文说的，以乡镇、街道的审查为准。';

/** What may stand in a charter, what may not, and how it is made, by the law in force on a day (YYYY-MM-DD). */
export function guideLines(rules: CharterRules, { committee }: CharterAsked, date: string): string[] {
  const { guidance, rules: all, procedure } = rules;
  const names = (grade: Grade) =>
    all
      .filter((rule) => rule.grade === grade)
      .map(({ name }) => name)
      .join('；');
  const limits = articlesOf(rules, ['committee'], committee, date);
  const made = kinds(committee).flatMap((kind) =>
    procedure.flatMap(({ bases }) => articlesOf(rules, bases[kind], kind, date)),
  );
  return [
    ...(guidance.from > date
      ? []
      : [
          `一般写：${guidance.content.join('、')}；可以写明抵制${guidance.resist.join('、')}。`,
          `订的步骤：${guidance.steps.join('；')}。（${articleName(guidance)}）`,
        ]),
    ...told('由谁订、报哪里', made),
    ...told('不能越的线', limits),
    `不能写：${names('against')}。`,
    `写以前要核对：${names('check')}。`,
    CHECK_IT,
    BY_PERSON,
  ];
}

/** Whether what was asked about may stand in a charter: each rule that it breaks, with its articles and what to write. */
export function clauseLines(rules: CharterRules, asked: CharterAsked, date: string): string[] {
  const lines = asked.rules.flatMap(({ name, grade, bases, advice }) => [
    grade === 'against'
      ? `不能写“${name}”：${GRADE_WORDS[grade]}。${advice}`
      : `“${name}”${GRADE_WORDS[grade]}：${advice}`,
    ...told('依据', articlesOf(rules, bases, asked.committee, date)),
  ]);
  return [...lines, CHECK_IT, BY_PERSON];
}

const kinds = (committee: CommitteeKind | null): readonly CommitteeKind[] =>
  committee === null ? ['village', 'urban'] : [committee];

/** The articles of one kind of committee, or of both, each once. */
function articlesOf(
  rules: CharterRules,
  ids: readonly string[],
  committee: CommitteeKind | null,
  date: string,
): Article[] {
  return [...new Set(kinds(committee).flatMap((kind) => lawsOn(rules, kind, date)(ids)))];
}

function told(what: string, articles: readonly Article[]): string[] {
  const all = [...new Set(articles)];
  return all.length === 0 ? [] : [`${what}：`, ...all.map((one) => `· ${articleName(one)}：${one.says}`)];
}
