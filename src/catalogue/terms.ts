import type { KnowledgeBase } from './knowledge-base.js';

const PAPER = /证明$/u;
const HAN = /^\p{Script=Han}{2,7}$/u;

/**
 * The domain dictionary of the segmenter: the words of the field and the subjects of the lists, a certificate's without
 * 证明, so that 无犯罪记录 stays whole wherever it stands. Longer subjects are phrases, not words. Sorted.
 */
export function domainTerms(kb: KnowledgeBase, words: readonly string[]): string[] {
  const terms = new Set(words);
  for (const { item } of kb.itemById.values()) {
    const bare = item.subject.replace(PAPER, '');
    for (const part of bare.split(/[、，,（）()和]/u)) if (HAN.test(part)) terms.add(part);
  }
  // Else 居住证明 would be cut into 居住证 and 明.
  for (const term of [...terms]) if (term.endsWith('证')) terms.add(`${term}明`);
  return [...terms].sort();
}
