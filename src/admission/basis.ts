import { citedPlace, toCitation } from '#catalogue/citation.js';
import { allRows, type KnowledgeBase, replacedOn } from '#catalogue/knowledge-base.js';
import { effective, outOfForce, type Row } from '#catalogue/rows.js';

/** What the catalogue knows of one text that an application names as its basis. */
export interface BasisFinding {
  /** As the applicant named it, without 《》. */
  title: string;
  /** The place named behind it (第五条第二款); null where none is. */
  locator: string | null;
  /**
   * `found`: a row of that text at that place is in force; `text-only`: the text is known and no row stands at the
   * place (or none was named); `not-in-force`: it is known and doesn't hold on the day; `unknown`: the catalogue doesn't
   * hold the text, which says nothing of whether it exists.
   */
  is: 'found' | 'text-only' | 'not-in-force' | 'unknown';
  /** Citations of the rows found, most telling first; at most three. */
  rows: readonly string[];
}

const NAMED =
  /《([^《》]{2,120})》(?:（[^（）]{0,30}）)?\s*(第[零一二三四五六七八九十百\d]{1,8}条(?:第[零一二三四五六七八九十百\d]{1,6}[款项]){0,2})?/gu;
/** Texts looked at; a basis that names more is a list, not a basis. */
const MOST = 10;
const MOST_ROWS = 3;

/** 《中华人民共和国禁毒法》 and 《禁毒法》 are one. */
const core = (title: string) => title.replace(/^中华人民共和国/u, '').replace(/[〈〉《》\s]/gu, '');

/**
 * What the catalogue says of the basis that an application gives. Only texts named in 《》 are looked up.
 * @param day YYYY-MM-DD
 */
export function checkBasis(kb: KnowledgeBase, basis: string, day: string): BasisFinding[] {
  const rows = allRows(kb);
  return Array.from(basis.matchAll(NAMED))
    .slice(0, MOST)
    .map(([, title = '', locator]) => findingFor(kb, rows, title, locator ?? null, day));
}

function findingFor(
  kb: KnowledgeBase,
  all: readonly Row[],
  title: string,
  locator: string | null,
  day: string,
): BasisFinding {
  const wanted = core(title);
  const ofText = all.filter((row) => core((effective(row).law ?? row.document).title) === wanted);
  const holding = ofText.filter((row) => outOfForce(row, day, replacedOn(kb, row.document)) === null);
  const atPlace = holding.filter((row) => locator !== null && locatorOf(row).startsWith(locator));
  const isKnown = ofText.length > 0 || kb.documents.some((document) => core(document.title) === wanted);
  const is =
    atPlace.length > 0 ? 'found' : holding.length > 0 ? 'text-only' : isKnown ? 'not-in-force' : 'unknown';
  const rows = (atPlace.length > 0 ? atPlace : holding)
    .slice(0, MOST_ROWS)
    .map((row) => citedPlace(toCitation(row)));
  return { title, locator, is: is === 'not-in-force' && ofText.length === 0 ? 'text-only' : is, rows };
}

function locatorOf(row: Row): string {
  return (row.type === 'item' ? row.item.locator : row.provision.locator) ?? '';
}

/** One Chinese sentence on each text named, and what to do. */
export function basisLines(basis: string, findings: readonly BasisFinding[]): string[] {
  if (findings.length === 0) {
    const what = basis.trim() === '' ? '没有写依据' : '没有用《》写出法律、法规或文件的名称';
    return [`依据核对：${what}，无法在目录里核对，请写明《名称》和条款。`];
  }
  return findings.map(lineOf);
}

function lineOf({ title, locator, is, rows }: BasisFinding): string {
  const named = `依据核对：《${title}》${locator ?? ''}`;
  switch (is) {
    case 'found':
      return `${named}，目录里有，现行有效：${rows.join('；')}。`;
    case 'text-only': {
      const held = rows.length > 0 ? `目录里收有：${rows.join('；')}。` : '';
      return locator === null
        ? `${named}，目录里有这份文件，请写明是哪一条。${held}`
        : `${named}，目录里有这份文件，没有收这一条，请人工核对条文。`;
    }
    case 'not-in-force':
      return `${named}，目录里的版本已经失效或还没有施行，请换用现行规定。`;
    case 'unknown':
      return `${named}，目录里没有收，无法核对，请附上原文。`;
  }
}
