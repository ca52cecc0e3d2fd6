import { clauseAt } from './clauses.js';
import { effective, type Row } from './rows.js';
import type { Document, Evidence } from './schema.js';

/** What stands in place of a locator that no source shows. */
export const NO_LOCATOR = '条目未见';

/** Where an answer comes from. Every field is the knowledge base's own. */
export interface Citation {
  documentId: string;
  /** Without 《》. */
  title: string;
  /** False where the title is a name of our own, which is not printed in 《》. */
  borne?: boolean | undefined;
  /** Which version of a text was read (2025年修正), where it had several. */
  edition?: string | undefined;
  /** 文号, null where the source shows none. */
  number: string | null;
  /** `NO_LOCATOR` where none is known. */
  locator: string;
  region: string;
  effectiveFrom: string | null;
  evidence: Evidence;
  summary: string;
  url: string | null;
  /** The clause in its own words, where the document's full text is attached and has it. */
  quote?: string | undefined;
}

/** The citation of a row. A row of a compilation cites the law it comes from, not the compilation. */
export function toCitation(row: Row): Citation {
  const { law, region, effectiveFrom, evidence, url } = effective(row);
  const own = row.type === 'item' ? row.item : row.provision;
  const { fullText } = row.document;
  // The text that is attached is the compilation's own, not that of the laws it is made from.
  const { locator = NO_LOCATOR } = own;
  const quote = fullText === undefined || law !== null ? null : clauseAt(fullText, locator);
  const source = law ?? row.document;
  return {
    documentId: row.document.id,
    title: source.title,
    ...(source.titleIs === 'ours' ? { borne: false } : {}),
    ...(source.edition === undefined ? {} : { edition: source.edition }),
    number: source.number ?? null,
    locator,
    region,
    effectiveFrom,
    evidence,
    summary: own.summary,
    url,
    ...(quote === null ? {} : { quote }),
  };
}

/** The title as it is printed: in 《》 where a text bears it, 〈〉 within. */
export function citedTitle({ title, borne }: Pick<Citation, 'title' | 'borne'>): string {
  return borne !== false ? `《${title.replace(/《/g, '〈').replace(/》/g, '〉')}》` : title;
}

/** The title of a document as `citedTitle` prints it. */
export function documentTitle({ title, titleIs }: Pick<Document, 'title' | 'titleIs'>): string {
  return citedTitle({ title, borne: titleIs !== 'ours' });
}

/** What tells the text from others of its title, in brackets: （2025年修正）, （民发〔2020〕20号）. */
export function citedMark({ edition, number }: Pick<Citation, 'edition' | 'number'>): string {
  const marks = [edition, number].filter((mark) => mark !== null && mark !== undefined);
  return marks.length === 0 ? '' : `（${marks.join('，')}）`;
}

/** The place behind the title; after a name of our own, and where it isn't known, set off by a comma. */
export function citedLocator({ borne, locator }: Pick<Citation, 'borne' | 'locator'>): string {
  return borne !== false && locator !== NO_LOCATOR ? locator : `，${locator}`;
}

/** Title, mark and place: 《…法》（2025年修正）第三条. */
export function citedPlace(citation: Citation): string {
  return `${citedTitle(citation)}${citedMark(citation)}${citedLocator(citation)}`;
}
