import { LONGEST_QUESTION } from '#ruling/index.js';
import { normalise } from '#text/normalise.js';
import { withoutMarksAround } from '#text/trimmed.js';

/** UTF-16 units that are looked at: a longer text is a notice, which is known by its length. */
const MOST_READ = 2 * LONGEST_QUESTION;
/** Said before a wish, never part of it. */
const OPENING =
  /^(?:请问一下|请问|麻烦问一下|麻烦问下|麻烦|我想问一下|我想问|想问一下|想问|嗯+|哦+|好的?)[,，.。!\s]+|^(?:请问|我想问)/u;
const CLOSING = /(?<=.{2})(?:啊|呀|哈|嘛|吧|哦|噢|喔|哟)$/u;

/** A text as intents match on it: one form for all ways of writing it, without marks around it and courtesies before it. */
export function saidOf(text: string): string {
  const plain = withoutMarksAround(normalise(text.slice(0, MOST_READ)));
  return withoutMarksAround(plain.replace(OPENING, '')).replace(CLOSING, '');
}
