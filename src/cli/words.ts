import type { ListRow } from '#catalogue/knowledge-base.js';

export {
  EVIDENCE_WORDS,
  KIND_WORDS,
  OUT_OF_FORCE_WORDS,
  SORT_WORDS,
  STATUS_WORDS,
  TRIAGE_WORDS,
} from '#catalogue/words.js';

/** 已载/应有: how many rows a list holds of how many it says it has; 「?」 where its document gives no number. */
export function heldOf({ list }: ListRow): string {
  return `${list.items.length}/${list.declaredCount ?? '?'}`;
}
