import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAnalyser } from '#search/analysis.js';
import { CandidateFinder } from '#search/candidates.js';
import { createMatcher, createSearchLexicon, type Entry, indexEntries } from '#search/index.js';
import { createQueryReader } from '#search/query.js';
import { BM25, EVIDENCE } from '#search/weighing.js';
import type { Segmenter } from '#text/segmenter.js';

/** Cuts into pieces of two characters: quick, and the same everywhere. */
const pairs: Segmenter = { name: 'pairs', version: '0', cut: (text) => text.match(/.{1,2}/gsu) ?? [] };
const words = { synonyms: [], related: [], questions: {}, light: [], negations: [] };
const PLACES = ['东城', '西山', '南江', '北河', '中云', '新龙', '永安', '平长', '青白', '金石'];
const OFFICES = ['民政', '公安', '教育', '卫健', '住建', '应急', '司法', '财政'];
const MATTERS = [
  '居住证明',
  '低保待遇',
  '养老认证',
  '消防安全',
  '环境卫生',
  '垃圾分类',
  '邻里纠纷',
  '就业登记',
];
const DETAIL = '每年由专人负责材料保存三年接受群众监督';
/** One row for each place, office and matter; every second with a long detail. */
const rows: Entry[] = PLACES.flatMap((place) =>
  OFFICES.flatMap((office) =>
    MATTERS.map((matter, i) => ({
      id: `${place}${office}${matter}`,
      text: `${place}${office}${matter}${i % 2 === 0 ? DETAIL : ''}`,
    })),
  ),
);
const index = indexEntries(rows, { segmenter: pairs, words });
const matcher = createMatcher(rows, { segmenter: pairs, words, index });

describe('an assembled list', () => {
  it('is told by words of which hardly any stands in one text alone', () => {
    expect(index.inverted.assembled).toBe(1);
    const own = rows.map(({ id }, i) => ({
      id,
      text: `${id}${String.fromCodePoint(0x4e00 + 2 * i, 0x5e00 + 3 * i)}`,
    }));
    expect(indexEntries(own, { segmenter: pairs, words }).inverted.assembled).toBe(0);
    expect(indexEntries(rows.slice(0, 400), { segmenter: pairs, words }).inverted.assembled).toBe(0);
  });

  it('gives the row that holds all that the query names, however long it is', () => {
    for (const { id } of rows) expect(matcher.search(id, { limit: 1 })[0]?.id).toBe(id);
  });

  it('finds a row whose place is mistyped by its sound', () => {
    // 冬城 sounds as 东城 does.
    const found = matcher.search('冬城民政居住证明', { limit: 10 }).map(({ id }) => id);
    expect(found[0]).toBe('东城民政居住证明');
  });
});

describe('CandidateFinder over many texts', () => {
  const read = createQueryReader(index);
  const analyse = createAnalyser(pairs, createSearchLexicon(words).readPhrase);
  const piece = fc.constantFrom(...PLACES, ...OFFICES, ...MATTERS, DETAIL, '社区', '证明');
  const asked = fc.array(piece, { minLength: 1, maxLength: 6 }).map((parts) => parts.join(''));

  it.each([
    ['evidence', EVIDENCE],
    ['BM25', BM25],
  ])('leaves out by bounds only what could not win (%s)', (_, weighing) => {
    const repeated = indexEntries(
      Array.from({ length: 6 }, (_, i) => rows.map(({ text }) => ({ id: `${i}${text}`, text }))).flat(),
      { segmenter: pairs, words },
    );
    const finder = new CandidateFinder(repeated.inverted, repeated.store.count, undefined, weighing);
    fc.assert(
      fc.property(asked, fc.integer({ min: 1, max: 40 }), (text, limit) => {
        const query = read(analyse(text));
        expect(finder.find(query, limit)).toEqual(finder.find(query, repeated.store.count).slice(0, limit));
      }),
      { numRuns: 200 },
    );
  });
});
