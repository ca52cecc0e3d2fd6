import { QingdanError } from '#errors.js';
import { type CharterClause, clausesOf, sentencesOf } from './clauses.js';
import {
  type Article,
  type CharterRule,
  type CharterRules,
  type Grade,
  OWN_LAW,
  type ProcedureStep,
} from './rules.js';
import { type CommitteeKind, charterHead } from './shape.js';
import { type Found, hasOne, isNegated, partAround, placesOf } from './wording.js';

/** What stands against law in a clause, or has to be looked at. */
export interface CharterFinding {
  /** Place of the clause among `clauses`, from 0. */
  clause: number;
  /** The sentence, as it stands. */
  phrase: string;
  rule: string;
  name: string;
  grade: Grade;
  /** In force on the day, the committee's own law first. */
  articles: readonly Article[];
  advice: string;
}

/** A step that has to be seen in the text. */
export interface ProcedureFinding {
  name: string;
  /** Where it is spoken of; null where it isn't. */
  said: string | null;
  articles: readonly Article[];
  advice: string;
}

/** 村规民约 or 居民公约, held against law clause by clause. */
export interface CharterReview {
  title: string | null;
  committee: CommitteeKind;
  /** YYYY-MM-DD: the day whose law holds. */
  date: string;
  clauses: readonly CharterClause[];
  findings: readonly CharterFinding[];
  procedure: readonly ProcedureFinding[];
}

/** Characters; a charter has some pages. */
export const LONGEST_CHARTER = 60_000;

/**
 * A charter held against law. Time grows with its length.
 * @param date YYYY-MM-DD
 * @throws QingdanError QD-EMPTY, QD-TOO-LONG
 */
export function reviewCharter(text: string, rules: CharterRules, date: string): CharterReview {
  if (text.trim() === '') throw new QingdanError('QD-EMPTY', '公约里没有文字，请检查文件');
  if (text.length > LONGEST_CHARTER) {
    throw new QingdanError(
      'QD-TOO-LONG',
      `公约有 ${text.length} 个字，超过 ${LONGEST_CHARTER} 字，请拆开再看`,
    );
  }
  const { title, committee } = charterHead(text);
  const clauses = clausesOf(text);
  const lawBook = lawsOn(rules, committee, date);
  return {
    title,
    committee,
    date,
    clauses,
    findings: clauses.flatMap((clause, i) => findingsIn(clause, i, rules, lawBook)),
    procedure: rules.procedure.map((step) => stepIn(step, clauses, committee, lawBook)),
  };
}

export type LawBook = (ids: readonly string[]) => Article[];

/** The articles in force for this kind of committee on a day (YYYY-MM-DD). */
export function lawsOn({ laws }: CharterRules, committee: CommitteeKind, date: string): LawBook {
  return (ids) =>
    ids.flatMap((id) => {
      const found = laws[id === 'committee' ? OWN_LAW[committee] : id];
      const holds =
        found !== undefined &&
        found.from <= date &&
        (found.committee === undefined || found.committee === committee);
      return holds ? [found] : [];
    });
}

function findingsIn(clause: CharterClause, at: number, rules: CharterRules, laws: LawBook): CharterFinding[] {
  return sentencesOf(clause.text).flatMap(({ text }) =>
    rules.rules
      .filter((rule) => applies(rule, text, rules))
      .map(
        (rule): CharterFinding => ({
          clause: at,
          phrase: text.trim(),
          rule: rule.id,
          name: rule.name,
          grade: rule.grade,
          articles: laws(rule.bases),
          advice: rule.advice,
        }),
      ),
  );
}

/** Whether a sentence says what a rule is about, neither forbidding it nor leaving it to an authority. */
export function applies(rule: CharterRule, sentence: string, rules: CharterRules): boolean {
  if (hasOne(rule.unless, sentence)) return false;
  if (rule.with !== undefined && !hasOne(rule.with, sentence)) return false;
  return rule.words.some((wording) => {
    for (const place of placesOf(wording, sentence)) {
      const negated = rule.negated !== false && isNegated(place, sentence, rules.negations);
      if (!negated && !isLeftToAuthorities(place, sentence, rules)) return true;
    }
    return false;
  });
}

/** 由公安机关依法处罚: what an authority that is named before, or in the same breath, does by law is no rule of the charter. */
function isLeftToAuthorities(
  place: Found,
  sentence: string,
  { authorities, lawfully }: CharterRules,
): boolean {
  const part = partAround(place, sentence);
  const reach = sentence.slice(0, part.start + part.text.length);
  return authorities.some((authority) => {
    const at = reach.indexOf(authority);
    if (at < 0) return false;
    return reach.includes('依法') || lawfully.some((word) => reach.slice(0, at).endsWith(word));
  });
}

function stepIn(
  { name, words, bases, advice }: ProcedureStep,
  clauses: readonly CharterClause[],
  committee: CommitteeKind,
  laws: LawBook,
): ProcedureFinding {
  const said = clauses.find(({ text }) => hasOne(words, text));
  return { name, said: said?.text.trim() ?? null, articles: laws(bases[committee]), advice };
}
