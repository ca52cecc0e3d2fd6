import { describe, expect, it } from 'vitest';
import { byMatter, parseWordings } from '#catalogue/matters/wordings.js';

const file = (text: string) => ({ path: 'wordings/a.tsv', text });

describe('parseWordings', () => {
  it('reads one wording a line and knows where it stands', () => {
    const text = '# 一只手\npaper-residence\t我住哪\n\nnone:vague\t这个归谁\r\n';
    expect(parseWordings(file(text))).toEqual([
      { matter: 'paper-residence', text: '我住哪', path: 'wordings/a.tsv', line: 2 },
      { matter: 'none:vague', text: '这个归谁', path: 'wordings/a.tsv', line: 4 },
    ]);
  });

  it.each([
    ['a line without a tab', 'paper-residence 我住哪'],
    ['a line without a question', 'paper-residence\t '],
    ['a line without a matter', '\t我住哪'],
    ['a line with a third column', 'paper-residence\t我住哪\t手一'],
  ])('refuses %s and names it', (_what, text) => {
    expect(() => parseWordings(file(`none:vague\t啊\n${text}`))).toThrow(
      expect.objectContaining({
        code: 'QD-KNOWLEDGE',
        message: expect.stringContaining('wordings/a.tsv 第 2 行'),
      }),
    );
  });
});

describe('byMatter', () => {
  it('gathers the wordings of a matter from all files', () => {
    const wordings = [...parseWordings(file('a\t一\nb\t二')), ...parseWordings(file('a\t三'))];
    expect(
      byMatter(wordings)
        .get('a')
        ?.map(({ text }) => text),
    ).toEqual(['一', '三']);
  });
});
