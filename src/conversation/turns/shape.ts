import { normalise } from '#text/normalise.js';
import { withoutMarksAround } from '#text/trimmed.js';

/** UTF-16 units that are looked at: what a message does stands at its beginning. */
const MOST_READ = 120;
/** 第2项, 3号: which number it is changes nothing of what is asked. */
const ORDINAL = /第[0-9一二三四五六七八九十]{1,3}|[0-9一二三四五六七八九十]{1,3}(?=[项条号]|个是)/gu;
/** Steps of the length, each twice the one before. */
const LENGTHS = 'βγδεζηθ';

/**
 * A message as the reader of turns sees it: with its beginning and end marked, its numbers all alike, and its length
 * behind it. The signs are letters that no message is written in, since characters that aren't letters are no features.
 */
export function shapeOf(text: string): string {
  const plain = withoutMarksAround(normalise(text.slice(0, MOST_READ))).replace(ORDINAL, 'ν');
  const step = Math.floor(Math.log2(Math.max(1, [...plain].length)));
  return `α${plain}ω ${LENGTHS[Math.min(step, LENGTHS.length - 1)]}`;
}
