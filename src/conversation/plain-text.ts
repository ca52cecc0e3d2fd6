import { citationLine } from '#answer/index.js';
import type { Block, Reply } from './message.js';

/** A reply as lines of plain text, each of which must stay in one message: a citation, a list of choices. */
export function pieces(reply: Reply): readonly string[] {
  return reply.blocks.flatMap(piecesOf);
}

function piecesOf(block: Block): readonly string[] {
  switch (block.type) {
    case 'text':
      return block.text.split('\n');
    case 'verdict':
      return [block.headline, ...block.lines];
    case 'citations': {
      const lines = block.citations.map((citation, i) => `${i + 1}. ${citationLine(citation)}`);
      const [first, ...others] = lines;
      // The heading alone at the end of a message would point at nothing.
      return first === undefined ? [block.closing] : [`依据：\n${first}`, ...others, block.closing];
    }
    case 'choices':
      return [[block.prompt, ...block.choices.map((choice, i) => `${i + 1}. ${choice.label}`)].join('\n')];
    case 'table':
      return [block.header, ...block.rows].map((cells) => cells.join('｜'));
    case 'file':
      return [`文件「${block.name}」在这里发不出，请到网页上再发一次，就能下载。`];
    case 'feedback':
      return ['答得对不对？回复「有用」或「不对」。'];
  }
}

/** Bytes of a text in UTF-8. */
export const utf8Length = (text: string): number => Buffer.byteLength(text, 'utf8');

/**
 * Pieces joined by line ends into as few messages as fit, in order; `size` measures a message, `limit` is the largest
 * that a channel takes. Only a piece that is too large by itself is cut: at the end of a sentence, else of a clause,
 * else between two characters, and not inside a bracket or a title unless that alone is over the limit.
 */
export function pack(
  parts: readonly string[],
  limit: number,
  size: (text: string) => number = (text) => text.length,
): readonly string[] {
  const messages: string[] = [];
  let open = '';
  for (const piece of parts) {
    for (const [i, part] of cut(piece, limit, size).entries()) {
      const longer = open === '' ? part : `${open}\n${part}`;
      // The later parts of a piece that was cut begin a message: a line end inside it would be a new one.
      if (i === 0 && size(longer) <= limit) open = longer;
      else {
        if (open !== '') messages.push(open);
        open = part;
      }
    }
  }
  if (open !== '') messages.push(open);
  return messages;
}

const OPENING = '《（〔「【(“';
const CLOSING = '》）〕」】)”';
const SENTENCE_END = /[。！？；\n]/u;
const CLAUSE_END = /[，、：]/u;

function cut(piece: string, limit: number, size: (text: string) => number): string[] {
  const parts: string[] = [];
  let rest = piece;
  while (rest !== '' && size(rest) > limit) {
    const head = longestHead(rest, limit, size);
    parts.push(head);
    rest = rest.slice(head.length);
  }
  if (rest !== '') parts.push(rest);
  return parts;
}

/** At least one character, so that cutting comes to an end whatever the limit is. */
function longestHead(text: string, limit: number, size: (text: string) => number): string {
  let head = '';
  let depth = 0;
  const ends = { sentence: '', clause: '', outside: '' };
  for (const character of text) {
    if (size(head + character) > limit) break;
    head += character;
    if (OPENING.includes(character)) depth++;
    else if (CLOSING.includes(character)) depth = Math.max(0, depth - 1);
    if (depth > 0) continue;
    ends.outside = head;
    if (SENTENCE_END.test(character)) ends.sentence = head;
    else if (CLAUSE_END.test(character)) ends.clause = head;
  }
  return ends.sentence || ends.clause || ends.outside || head || ([...text][0] as string);
}
