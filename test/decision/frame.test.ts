import { beforeAll, describe, expect, it } from 'vitest';
import { readLexicon } from '../../src/app/lexicon.js';
import { readKnowledge } from '../../src/app/open.js';
import { type CueReader, createCueReader } from '../../src/decision/cues.js';
import { domainTerms } from '../../src/decision/domain-terms.js';
import { clausesOf, readFrame } from '../../src/decision/frame.js';
import { loadSegmenter } from '../../src/text/segmenters/index.js';

let reader: CueReader;
beforeAll(() => {
  const lexicon = readLexicon();
  const segmenter = loadSegmenter({ terms: domainTerms(readKnowledge(), lexicon.terms) });
  reader = createCueReader(lexicon.cues, segmenter);
});

describe('the frame of a clause', () => {
  it.each([
    ['居委会能开无犯罪记录证明吗', 'certificate'],
    ['居住证明社区给开不', 'certificate'],
    ['街道让我们社区负责拆违建', 'task'],
    ['社区要不要配合禁毒宣传', 'task'],
    ['负面清单有哪些', 'browse'],
    ['什么是费随事转', 'policy'],
    ['楼上太吵没人管', 'demand'],
    ['无犯罪记录', 'unclear'],
  ])('%s is a %s', (clause, kind) => {
    expect(readFrame(clause, reader).kind).toBe(kind);
  });

  it.each([
    ['社区作为环境整治责任主体', 'responsible'],
    ['协助做环境整治宣传', 'assist'],
    ['环境整治归社区管吗', 'unsaid'],
  ])('%s: the committee would be %s', (clause, act) => {
    expect(readFrame(clause, reader).act).toBe(act);
  });

  it('leaves the matter when the words around it are taken away', () => {
    expect(readFrame('街道让我们社区负责拆违建', reader).object).toBe('拆违建');
    expect(readFrame('居委会能不能开无犯罪记录证明', reader).object).toBe('无犯罪记录');
  });

  it('does not take 社区 out of 社区矫正', () => {
    expect(readFrame('社区要协助社区矫正吗', reader).object).toBe('社区矫正');
  });

  it('recognises a cue by its sound when it is mistyped', () => {
    expect(readFrame('射区能开健在证明吗', reader).cues.has('committee')).toBe(true);
  });

  it('finds what a paper certifies next to it', () => {
    expect(readFrame('我领养了小狗要居委会出具养犬的证明', reader).focus).toBe('养犬');
  });
});

describe('the clauses of a question', () => {
  it('takes a short question whole', () => {
    expect(clausesOf('居委会能开死亡证明吗?', 6)).toEqual(['居委会能开死亡证明吗?']);
  });

  it('keeps to the limit, the end first', () => {
    const text = `${'一二三四五六七八九十,'.repeat(20)}社区管吗`;
    const clauses = clausesOf(text, 3);
    expect(clauses).toHaveLength(2);
    expect(clauses[0]).toBe('社区管吗');
  });
});
