import { articlesOf, type Resting } from '#catalogue/matters/articles.js';
import { kindOf, rowId } from '#catalogue/rows.js';
import {
  candidateOf,
  type Finding,
  type Ruled,
  type Ruling,
  type Situation,
  THRESHOLDS,
} from '#ruling/index.js';
import type { Answer, AnswerItem } from './answer.js';
import { arranged } from './arranged.js';
import { citationsOf, closingLine, sourcesText } from './citations.js';
import { choicesOf, saidOfChoosing, saidOfOutOfScope, saidOfRegions } from './said/asking.js';
import { saidOfFact, saidOfLists } from './said/informing.js';
import { saidOfListed } from './said/listed.js';
import { saidOfTogether } from './said/together.js';
import { saidOfTriage } from './said/triage.js';
import { saidOfUnlisted } from './said/unlisted.js';
import type { Section } from './section.js';

const CANDIDATES = 5;

/** What is said to a question: one answer for each thing asked, the further ones inside the first. */
export function answerTo({ shown, situation, rulings, left }: Ruled): Answer {
  const last = rulings.length - 1;
  const answers = rulings.map((ruling, i) => oneAnswer(shown, ruling, situation, i === last ? left : 0));
  const [first, ...further] = answers as [Answer, ...Answer[]];
  return { ...first, text: answers.map(({ text }) => text).join('\n\n'), further };
}

/** @param left things asked besides, which are to be asked one at a time */
function oneAnswer(question: string, ruling: Ruling, situation: Situation, left: number): Answer {
  const { kb, catalogue, scope } = situation;
  const { lead, frame, finding, rows } = ruling;
  const citations = [
    ...citationsOf(rows),
    ...restingOn(finding).flatMap((one) => articlesOf(one, situation.catalogue)),
  ];
  const parts: Section[] = dated(said(ruling, situation), ruling, situation);
  if (left > 0) parts.push({ is: 'next', text: '一次最多答三件事，其余的请一件一件地问。' });
  const sources = sourcesText(citations);
  if (sources !== '') parts.push({ is: 'sources', text: sources });
  parts.push({ is: 'closing', text: closingLine(catalogue, scope.dateAsked) });
  const sections = arranged(parts);
  return {
    question,
    verdict: ruling.verdict,
    band: ruling.band,
    probability: candidateProbability(ruling, situation),
    item: itemOf(ruling),
    candidates: open(ruling).map((hit) => candidateOf(hit, situation.inForce)),
    citations,
    route: routeOf(ruling),
    text: sections.map(({ text }) => text).join('\n'),
    sections,
    choices: choicesOf(finding, situation),
    explanation: {
      sort: ruling.case.sort,
      frame: { act: frame.act, capacity: frame.capacity, object: frame.object },
      subject: subjectOf(finding),
      region: catalogue.region.name,
      date: scope.date,
      wording: lead?.wording ?? null,
      matched: lead?.coverage.matched ?? [],
      differed: lead?.coverage.differed ?? [],
      decidedBy: rows[0] === undefined || ruling.band !== 'answer' ? null : rowId(rows[0]),
      rows: rows.map(rowId),
      level: ruling.level,
      lists: finding.is === 'browsed' ? [...finding.kinds] : [],
      vetoes: vetoesOf(ruling, situation),
      threshold: { answer: THRESHOLDS.answer, confirm: THRESHOLDS.confirm },
      notes: finding.is === 'listed' ? finding.opposing.map(({ item }) => `${item.id} 说法不同`) : [],
    },
    further: [],
    catalogueVersion: kb.version,
  };
}

/** What a finding rests on beside rows: 三事分流 of a demand, and where a paper is had. */
function restingOn(finding: Finding): Resting[] {
  switch (finding.is) {
    case 'triage':
      return [{ matter: finding.matter, basis: finding.triage.basis }];
    case 'unlisted': {
      const { triaged, instead } = finding;
      return [
        ...(triaged === undefined ? [] : restingOn(triaged)),
        ...(instead === undefined ? [] : [instead]),
      ];
    }
    case 'listed':
      return finding.instead === undefined ? [] : [finding.instead];
    case 'together':
      return finding.decided.flatMap(({ instead }) => instead ?? []);
    default:
      return [];
  }
}

/** A day that isn't today stands in the first line, where nobody can overlook it. */
function dated([headline, ...rest]: Section[], { finding }: Ruling, { scope }: Situation): Section[] {
  if (headline === undefined) return rest;
  const judged = finding.is !== 'choosing' && finding.is !== 'which-region' && finding.is !== 'out-of-scope';
  if (!judged || !scope.dateAsked) return [headline, ...rest];
  const [year, month, day] = scope.date.split('-').map(Number);
  return [{ ...headline, text: `按${year}年${month}月${day}日有效的规定：${headline.text}` }, ...rest];
}

function said(ruling: Ruling, situation: Situation): Section[] {
  const { finding } = ruling;
  switch (finding.is) {
    case 'listed':
      return saidOfListed(ruling, finding, situation);
    case 'unlisted':
      return saidOfUnlisted(finding, situation);
    case 'fact':
      return saidOfFact(finding, situation);
    case 'browsed':
      return saidOfLists(finding, situation);
    case 'choosing':
      return saidOfChoosing(choicesOf(finding, situation));
    case 'which-region':
      return saidOfRegions(choicesOf(finding, situation));
    case 'together':
      return saidOfTogether(ruling, finding, situation);
    case 'triage':
      return saidOfTriage(ruling, finding, situation);
    case 'out-of-scope':
      return saidOfOutOfScope();
  }
}

/** What it is about, as the lists call it. */
function subjectOf(finding: Ruling['finding']): string | null {
  switch (finding.is) {
    case 'listed':
      return finding.row.item.name;
    case 'unlisted':
    case 'triage':
      return finding.name;
    case 'fact':
      return finding.row.type === 'item' ? finding.row.item.name : finding.row.provision.topic;
    default:
      return null;
  }
}

function itemOf({ finding }: Ruling): AnswerItem | null {
  if (finding.is !== 'listed') return null;
  const { item, list, document } = finding.row;
  return { id: item.id, name: item.name, list: list.id, kind: kindOf(finding.row), documentId: document.id };
}

function routeOf({ finding }: Ruling): string | null {
  if (finding.is === 'listed') return finding.row.item.route ?? finding.instead?.route ?? null;
  if (finding.is === 'unlisted') return finding.instead?.route ?? null;
  return finding.is === 'fact' && finding.row.type === 'item' ? (finding.row.item.route ?? null) : null;
}

const open = ({ hits }: Ruling) => hits.filter(({ veto }) => veto === null).slice(0, CANDIDATES);

/** Of a row that was chosen it is certain that it is meant. */
function candidateProbability({ case: { sort }, lead }: Ruling, { inForce }: Situation): number {
  if (sort === 'row') return 1;
  return lead === undefined ? 0 : candidateOf(lead, inForce).probability;
}

function vetoesOf({ hits }: Ruling, { inForce }: Situation): { id: string; reason: string }[] {
  return hits
    .flatMap((hit) => (hit.veto === null ? [] : [{ id: candidateOf(hit, inForce).id, reason: hit.veto }]))
    .slice(0, CANDIDATES);
}
