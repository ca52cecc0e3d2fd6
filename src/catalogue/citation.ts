import { clauseAt } from './clauses.js';
import { effective, type Row } from './rows.js';
import type { Evidence } from './schema.js';

/** Where an answer comes from. Every field is the knowledge base's own. */
export interface Citation {
  documentId: string;
  /** Without 《》. */
  title: string;
  /** 文号, null where the source shows none. */
  number: string | null;
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
  const quote = fullText === undefined || law !== null ? null : clauseAt(fullText, own.locator);
  return {
    documentId: row.document.id,
    title: law?.title ?? row.document.title,
    number: (law === null ? row.document.number : law.number) ?? null,
    locator: own.locator,
    region,
    effectiveFrom,
    evidence,
    summary: own.summary,
    url,
    ...(quote === null ? {} : { quote }),
  };
}
