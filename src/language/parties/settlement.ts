import type { Doc } from '../doc.js';
import { visible } from '../visible.js';
import { createWordSet } from '../word-set.js';
import type { Settlement } from './party.js';

/** Tells of what kind the committee is that a text speaks of; null where it names neither kind, or both. */
export type SettlementReader = (doc: Pick<Doc, 'plain' | 'hidden'>) => Settlement | null;

/** @param words that only one kind of committee is spoken of with (小区, 村民) */
export function settlementReader(words: Readonly<Record<Settlement, readonly string[]>>): SettlementReader {
  const urban = createWordSet(words.urban);
  const village = createWordSet(words.village);
  return ({ plain, hidden }) => {
    const { text } = visible(plain, hidden);
    const [isUrban, isVillage] = [urban.find(text) !== undefined, village.find(text) !== undefined];
    return isUrban === isVillage ? null : isUrban ? 'urban' : 'village';
  };
}
