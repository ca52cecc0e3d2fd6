import type { Citation } from '../catalogue/citation.js';
import type { KnowledgeBase } from '../catalogue/knowledge-base.js';
import type { Answer } from '../decision/answer.js';
import { clauseAt } from './clauses.js';
import type { FullTexts } from './full-texts.js';

/** The words of the cited clause; null where no full text is attached or the locator isn't found in it. */
export type QuoteOf = (citation: Citation) => string | null;

/** Quotes from the attached full texts. A row of a compilation cites a law of another title, whose text isn't there. */
export function quotesFrom(texts: FullTexts, kb: KnowledgeBase): QuoteOf {
  const attached = new Set(texts.list());
  return ({ documentId, title, locator }) => {
    if (!attached.has(documentId) || kb.documentById.get(documentId)?.title !== title) return null;
    const text = texts.read(documentId)?.text;
    return text === undefined ? null : clauseAt(text, locator);
  };
}

/** The same answer with each citation's clause in its own words: as `quote`, and under its line of the text. */
export function quoteCitations(answer: Answer, quoteOf: QuoteOf): Answer {
  const quotes = answer.citations.map(quoteOf);
  if (quotes.every((quote) => quote === null)) return answer;
  const lines = answer.text.split('\n');
  const from = lines.indexOf('依据：');
  const text = lines.flatMap((line, index) => {
    const [, number] = index > from && from >= 0 ? (/^(\d+)\. /.exec(line) ?? []) : [];
    const quote = number === undefined ? null : (quotes[Number(number) - 1] ?? null);
    return quote === null ? [line] : [line, `   原文：「${quote}」`];
  });
  return {
    ...answer,
    citations: answer.citations.map((citation, index) => {
      const quote = quotes[index] ?? null;
      return quote === null ? citation : { ...citation, quote };
    }),
    text: text.join('\n'),
  };
}
