import type { CharterFinding, CharterReview } from './review.js';
import type { Article, Grade } from './rules.js';

export const GRADE_WORDS: Readonly<Record<Grade, string>> = { against: '同法律抵触', check: '请核对' };

/** 《…法》（2025年修正）第三条. */
export const articleName = ({ title, edition, locator }: Article): string =>
  `《${title}》（${edition}）${locator}`;

/** Heads of the table of findings. */
export const HEAD = ['条款', '原文', '问题', '依据', '怎么改'] as const;

/** How a clause is spoken of. */
function clauseName({ clauses }: CharterReview, { clause }: CharterFinding): string {
  const number = clauses[clause]?.number ?? '';
  return number === '' ? `第 ${clause + 1} 段` : number.replace(/[、.．]$/u, '');
}

/** The findings in the order of the text, as rows in the order of `HEAD`. */
export function findingRows(review: CharterReview): string[][] {
  return review.findings.map((finding) => [
    clauseName(review, finding),
    finding.phrase,
    `${finding.name}（${GRADE_WORDS[finding.grade]}）`,
    finding.articles.map(articleName).join('\n'),
    finding.advice,
  ]);
}

/** What was found, in one sentence or two. */
export function summaryLine({ title, date, clauses, findings }: CharterReview): string {
  const count = (grade: Grade) => findings.filter((finding) => finding.grade === grade).length;
  const [against, check] = [count('against'), count('check')];
  const found =
    against + check === 0
      ? '没有看出同法律抵触的条款'
      : [
          ...(against > 0 ? [`${against} 处同法律抵触`] : []),
          ...(check > 0 ? [`${check} 处请人工核对`] : []),
        ].join('，');
  return `看了${title === null ? '这份公约' : `《${title}》`} ${clauses.length} 段，按${date}有效的法律：${found}。这是程序的初查，没有看出的不等于没有问题，以乡镇、街道的审查为准。`;
}

/** A line for each step of the procedure. */
export function procedureLines({ procedure }: CharterReview): string[] {
  return procedure.map(({ name, said, articles, advice }) => {
    const basis = articles.length === 0 ? '' : `依据${articles.map(articleName).join('、')}。`;
    return said === null ? `没有看到「${name}」：${advice}${basis}` : `写到了「${name}」：${shortened(said)}`;
  });
}

const LONGEST = 60;
const shortened = (text: string) => (text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text);

/** Findings as lines for a conversation, the first `most` of them. */
export function findingLines(review: CharterReview, most: number): string[] {
  return review.findings.slice(0, most).map((finding, i) => {
    const [first] = finding.articles;
    const basis =
      first === undefined ? '' : `依据${finding.articles.slice(0, 2).map(articleName).join('、')}。`;
    return `${i + 1}. ${clauseName(review, finding)}：“${shortened(finding.phrase)}”，${finding.name}，${GRADE_WORDS[finding.grade]}。${finding.advice}${basis}`;
  });
}
