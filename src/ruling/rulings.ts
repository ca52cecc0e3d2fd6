import { kindOf, type Row } from '#catalogue/rows.js';
import { type Frame, frameOf } from '#language/index.js';
import { candidateRowOf } from './candidate.js';
import type { Case } from './case.js';
import { type Choice, type Considered, MOST_CHOICES } from './choose.js';
import { browsed, fact, factOf, listed, together, unlisted } from './findings.js';
import type { Hit } from './hit.js';
import type { Matter } from './matters.js';
import { precedenceOf } from './precedence.js';
import type { Finding, Ruling, Situation } from './ruling.js';
import { THRESHOLDS } from './thresholds.js';
import type { Band, Verdict } from './verdict.js';

/** Sources of a list that is looked at. */
const BROWSED_SOURCES = 5;
/** Rows that say the same as the deciding one and are cited with it. */
const AGREEING = 2;

/** What was chosen, as a ruling. */
export function rulingFor(
  one: Case,
  choice: Choice,
  { frames, hits }: Considered,
  situation: Situation,
): Ruling {
  const frame = hits.find((hit) => hit.veto === null)?.frame ?? frames[0] ?? EMPTY;
  const ruling = (verdict: Verdict, band: Band, finding: Finding, lead?: Hit): Ruling => ({
    case: one,
    verdict,
    band,
    lead: lead ?? hits[0],
    frame,
    finding,
    rows: rowsOf(finding, situation),
    level: levelOf(finding, situation),
    hits,
  });
  switch (choice.type) {
    case 'listed': {
      const found = listed(situation, choice.hit.matter, choice.precedence);
      return ruling(choice.precedence.verdict, 'answer', found, choice.hit);
    }
    case 'unlisted': {
      const { paper, hit, rivals } = choice;
      const found = unlisted(situation, {
        frame,
        paper,
        matter: hit?.matter,
        near: hit ? rivals : hits.filter(({ probability }) => probability >= THRESHOLDS.offered),
      });
      // A list that isn't loaded whole may hold what the lists above it don't.
      const sure = hit !== undefined && found.gaps.length === 0 && rivals.length === 0;
      return ruling('not-listed', sure ? 'answer' : 'abstain', found, hit);
    }
    case 'fact':
      return ruling(
        'information',
        'answer',
        fact(situation, choice.hit.matter, choice.hit.frame.clause, choice.also),
        choice.hit,
      );
    case 'browse':
      return ruling('information', 'answer', browsed(situation, choice.kinds));
    case 'ask':
      return ruling(
        'clarify',
        'confirm',
        { is: 'choosing', hits: choice.hits.slice(0, MOST_CHOICES) },
        choice.hits[0],
      );
    case 'triage': {
      const { hit, triage } = choice;
      const { label: matter, subject: name } = hit.matter;
      return ruling(`triage-${triage.class}`, 'answer', { is: 'triage', name, matter, triage }, hit);
    }
    case 'together': {
      const { verdict, hits: near } = choice;
      return ruling(verdict, 'answer', together(situation, near), near[0]);
    }
    case 'none':
      return ruling('out-of-scope', 'abstain', { is: 'out-of-scope' });
  }
}

/** The ruling on one row that was chosen: that row decides where it is in force, else its matter is judged. */
export function rulingOnRow(row: Row, matter: Matter, situation: Situation): Ruling {
  const { inForce } = situation;
  const name = row.type === 'item' ? row.item.name : row.provision.topic;
  const finding = ((): Finding => {
    if (matter.group === 'fact') return factOf(situation, row);
    const precedence = precedenceOf(matter, inForce, name);
    const deciding = precedence.row;
    const paper = matter.group === 'certificate';
    if (deciding === null) return unlisted(situation, { frame: EMPTY, paper, matter, near: [] });
    return listed(situation, matter, { ...precedence, row: deciding });
  })();
  const verdict: Verdict =
    finding.is === 'listed'
      ? (kindOf(finding.row) as Verdict)
      : finding.is === 'fact'
        ? 'information'
        : 'not-listed';
  return {
    case: {
      source: { start: 0, end: 0 },
      text: '',
      sort: 'row',
      capacity: 'unsaid',
      clauses: [],
      rowId: idOf(row),
    },
    verdict,
    band: 'answer',
    lead: undefined,
    frame: EMPTY,
    finding,
    rows: rowsOf(finding, situation),
    level: levelOf(finding, situation),
    hits: [],
  };
}

/** What a rule says where and when the question is asked, whatever else the question names. */
export function rulingOnRule(rule: Matter, one: Case, situation: Situation): Ruling {
  const finding = fact(situation, rule, rule.subject);
  return {
    case: one,
    verdict: 'information',
    band: 'answer',
    lead: undefined,
    frame: EMPTY,
    finding,
    rows: rowsOf(finding, situation),
    level: levelOf(finding, situation),
    hits: [],
  };
}

/** The question names a place that several regions share. */
export function whichRegion(one: Case, situation: Situation): Ruling {
  return {
    case: one,
    verdict: 'clarify',
    band: 'confirm',
    lead: undefined,
    frame: one.clauses[0]?.frame ?? EMPTY,
    finding: { is: 'which-region', regions: situation.scope.ambiguous.slice(0, MOST_CHOICES) },
    rows: [],
    level: null,
    hits: [],
  };
}

const EMPTY: Frame = frameOf('', []);
const idOf = (row: Row) => (row.type === 'item' ? row.item.id : row.provision.id);

/** Rows to cite, the deciding one first. */
function rowsOf(finding: Finding, { inForce }: Situation): Row[] {
  switch (finding.is) {
    case 'listed': {
      const { row, opposing, means, routeRow, agreeing } = finding;
      return [row, ...opposing, means, routeRow, ...agreeing.slice(0, AGREEING)].filter(
        (r) => r !== undefined,
      );
    }
    case 'unlisted':
      return [finding.rule, finding.further].filter((row) => row !== undefined);
    case 'fact':
      return [finding.row];
    case 'browsed': {
      const lists = new Map(finding.items.toReversed().map((row) => [row.list.id, row]));
      const first = finding.items.filter((row) => lists.get(row.list.id) === row);
      return [...first.slice(0, BROWSED_SOURCES), ...finding.standIns];
    }
    case 'together':
      return finding.decided.map(({ row }) => row);
    case 'choosing':
      return finding.hits.flatMap((hit) => candidateRowOf(hit, inForce) ?? []);
    default:
      return [];
  }
}

function levelOf(finding: Finding, { catalogue }: Situation): string | null {
  switch (finding.is) {
    case 'listed':
      return finding.row.region.name;
    case 'unlisted':
      return finding.rule?.region.name ?? null;
    case 'fact':
      return finding.here?.region.name ?? null;
    case 'browsed':
      return catalogue.region.name;
    default:
      return null;
  }
}
