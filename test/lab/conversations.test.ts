import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { packagePath } from '#app/files.js';
import { missesOf, parseConversations } from '#lab/conversations/set.js';

const line = (turn: object) => JSON.stringify({ id: 'a', who: 'resident', turns: [turn] });
const turn = { say: '能开吗', must: ['不能开|不应由'], mustNot: ['答不了'], why: '附件' };

describe('a set of conversations', () => {
  it('is read line by line', () => {
    expect(parseConversations(`${line(turn)}\n\n${line(turn)}\n`, 'a.jsonl')).toHaveLength(2);
  });

  it.each([
    ['no JSON', 'x'],
    ['a pattern that is none', line({ ...turn, must: ['('] })],
    ['a field that nobody knows', line({ ...turn, wants: [] })],
  ])('is refused with the line where it holds %s', (_, text) => {
    expect(() => parseConversations(`${line(turn)}\n${text}`, 'a.jsonl')).toThrow(/a\.jsonl 第 2 行/);
  });

  it('ships with forty conversations of two voices', () => {
    const path = packagePath('test', 'evaluation', 'conversations', 'open.jsonl');
    const open = parseConversations(readFileSync(path, 'utf8'), path);
    expect(open).toHaveLength(40);
    expect(new Set(open.map(({ id }) => id)).size).toBe(40);
    expect(new Set(open.map(({ id }) => id[0]))).toEqual(new Set(['a', 'b']));
  });
});

describe('a turn', () => {
  it('is right where all is found that must be and nothing that mustn’t', () => {
    expect(missesOf(turn, '不能开。')).toEqual([]);
  });

  it('says what is missed', () => {
    expect(missesOf(turn, '这个我答不了')).toEqual(['must    不能开|不应由', 'mustNot 答不了']);
  });
});
