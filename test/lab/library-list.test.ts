import { describe, expect, it } from 'vitest';
import { readKnowledge } from '#app/open.js';
import { libraryList, libraryQuestions } from '#lab/benchmark/library-list.js';

const kb = readKnowledge();
const rows = libraryList(kb, 2000);

describe('the list that searches are measured on', () => {
  it('is the same for the same seed, and every row another', () => {
    expect(libraryList(kb, 2000)).toEqual(rows);
    expect(new Set(rows.map(({ text }) => text)).size).toBe(rows.length);
  });

  it('has questions whose answers hold all that they name', () => {
    const byId = new Map(rows.map(({ id, text }) => [id, text]));
    const questions = libraryQuestions(rows, 100);
    for (const { text, gold } of questions) {
      expect(gold.size).toBeGreaterThan(0);
      const said = text.replace(/^请问/u, '').replace(/归社区管吗$|，居委会要做吗$/u, '');
      const [place = '', name = ''] = said.split(/(?<=局)的/u);
      for (const id of gold) expect(byId.get(id)?.startsWith(`${place}：${name}`)).toBe(true);
    }
  });
});
