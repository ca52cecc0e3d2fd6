import { findRegion } from '#catalogue/find-region.js';
import type { KnowledgeBase } from '#catalogue/knowledge-base.js';
import type { Region } from '#catalogue/regions.js';
import { regionsMentioned } from '#catalogue/regions-mentioned.js';
import { QingdanError } from '#errors.js';

/** What a text that should be nothing but a place comes to. */
export type Place =
  | { type: 'one'; region: Region }
  /** Several regions of that name. */
  | { type: 'several'; regions: readonly Region[] }
  /** It looks like a region's name and none is called so; the message says what to do. */
  | { type: 'unknown'; message: string };

/** Ends like a division's name, short enough to be one, and isn't 社区 or another place of daily life. */
const LIKE_A_REGION =
  /^\p{Script=Han}{1,8}(?:省|市|(?<![社小园校山景地城郊新老片辖厂])区|县|旗|州|盟|镇|乡|街道)$/u;

/** Reads a text as a place; null where it is something else. */
export function placeOf(kb: KnowledgeBase, text: string): Place | null {
  const mention = regionsMentioned(kb.regions, text).find(
    ({ start, end }) => start === 0 && end === text.length,
  );
  const [only, ...others] = mention?.regions ?? [];
  if (only !== undefined && others.length > 0) return { type: 'several', regions: mention?.regions ?? [] };
  if (only !== undefined) return { type: 'one', region: only };
  try {
    return { type: 'one', region: findRegion(kb.regions, text) };
  } catch (error) {
    if (!(error instanceof QingdanError)) throw error;
    return LIKE_A_REGION.test(text) ? { type: 'unknown', message: error.message } : null;
  }
}
