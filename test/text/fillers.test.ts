import { describe, expect, it } from 'vitest';
import { fillerWords } from '#text/fillers.js';
import { fillers, removeFiller } from './lexicon.js';

describe('createFillerRemover', () => {
  it.each([
    ['您好,请问一下社区能开证明吗?谢谢了', '社区能开证明吗?'],
    ['嗯,那个,就是说我想问一下哈,低保归社区管吗,在线等,急', '低保归社区管吗'],
    ['麻烦问下哈这个归社区管不', '这个归社区管不'],
    ['想咨询一个问题:居住证明在哪里开', '居住证明在哪里开'],
    ['嗯嗯嗯 就是就是那个 村委会可以盖章啊 谢谢啦', '村委会可以盖章'],
    ['有个问题想请教一下,停车费该不该收。打扰了', '停车费该不该收。'],
    ['老师,学校要求开证明', '学校要求开证明'],
  ])('%s → %s', (text, expected) => {
    expect(removeFiller(text)).toBe(expected);
  });

  it.each([
    '社区不能开单身证明吧',
    '在不在负面清单里',
    '老师要我开证明',
    '金额和名额',
    '我着急用证明',
    '应急预案',
    '惹麻烦了',
    '感谢信怎么写',
    '那个证明能开吗',
    '不用社区盖章',
    '没有房产证可以开吗',
  ])('%s stays as it is', (text) => {
    expect(removeFiller(text)).toBe(text);
  });

  it('gives back a text of nothing but filler', () => {
    expect(removeFiller('您好,谢谢')).toBe('您好,谢谢');
  });

  it('keeps negation and modality whatever filler is put around them', () => {
    const cores = [
      '社区不能开',
      '不应出具',
      '没有义务管',
      '可以拒绝吗',
      '必须协助',
      '未经准入不得下派',
      '该不该办',
    ];
    for (const opener of fillers.openers)
      for (const core of cores) expect(removeFiller(`${opener},${core},谢谢`), opener).toBe(core);
  });

  it('holds no word that denies, permits or obliges, but for those that only ask to be heard', () => {
    const heard =
      /^(?:不好意思.*|对不起|不胜感激|感激不尽|非常感谢|(?:能不能|可不可以|可以|能)(?:告诉|帮我|给我|问|请教|咨询).*|有没有(?:人|哪位)知道)$/u;
    const grave = /[不没无未非莫勿禁]|能|可以|应该|必须|应当|准许/u;
    expect(fillerWords(fillers).filter((word) => grave.test(word) && !heard.test(word))).toEqual([]);
  });
});
