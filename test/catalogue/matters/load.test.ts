import { describe, expect, it } from 'vitest';
import { createMatters, parseMatters } from '#catalogue/matters/load.js';

const paper = `  - id: paper-residence
    name: 居住证明
    sort: paper
    is: 写明一个人住在哪的一张纸。
`;
const triage = `    triage:
      class: government
      why: 灯由政府修。
      responsible: 市政部门
      committee: 反映
      basis: [{ law: 某条例, article: 第一条, version: 2019-03-02, says: 灯由政府修。 }]
      turnTo: 市政热线
`;
const instead = `    instead:
      route: 拿租房合同。
      basis: [{ law: 某条例, article: 第九条, edition: 2019年修订, says: 租房合同说明住址。 }]
`;
const demand = `  - id: demand-street-lamp
    name: 路灯不亮
    sort: demand
    is: 马路上的灯不亮。
${triage}`;
const file = (matters: string) => ({ path: 'matters/a.yaml', text: `matters:\n${matters}` });

describe('parseMatters', () => {
  it('reads a paper, and a demand with its triage', () => {
    const [first, second] = parseMatters(file(paper + demand));
    expect(first).toEqual({
      id: 'paper-residence',
      name: '居住证明',
      sort: 'paper',
      is: '写明一个人住在哪的一张纸。',
      unlike: [],
      under: [],
    });
    expect(second?.triage).toMatchObject({ class: 'government', basis: [{ version: '2019-03-02' }] });
  });

  it.each([
    ['an id without its sort', paper.replace('paper-residence', 'residence'), '事项编号应由类别'],
    ['an id of another sort', paper.replace('paper-residence', 'duty-residence'), '编号应以 paper- 开头'],
    ['a sort that does not exist', paper.replace('sort: paper', 'sort: thing'), 'sort'],
    ['a demand without triage', demand.replace(triage, ''), '诉求要写明三事分流'],
    ['triage on a paper', paper + triage, '只有诉求才写三事分流'],
    ['on a demand, where a paper is had', demand + instead, '只有证明才写'],
    ['where a paper is had without a basis', paper + instead.replace(/basis: .*/, 'basis: []'), 'basis'],
    ['triage without a basis', demand.replace(/basis: .*/, 'basis: []'), 'basis'],
    ['a field that does not exist', `${paper}    colour: 红\n`, 'colour'],
  ])('refuses %s', (_what, matters, message) => {
    expect(() => parseMatters(file(matters))).toThrow(
      expect.objectContaining({ code: 'QD-SCHEMA', message: expect.stringContaining(message) }),
    );
  });

  it('takes a matter of a negative list for a duty', () => {
    const negative = paper.replace('paper-residence', 'neg-demolition').replace('sort: paper', 'sort: duty');
    expect(parseMatters(file(negative))).toMatchObject([{ id: 'neg-demolition', sort: 'duty' }]);
  });
});

describe('createMatters', () => {
  const unlike = `${paper}    unlike: [{ matter: demand-street-lamp, differs: 灯 }]\n`;

  it('finds a matter by its id', () => {
    const library = createMatters(parseMatters(file(unlike + demand)));
    expect(library.byId.get('demand-street-lamp')?.name).toBe('路灯不亮');
    expect(library.all.map(({ id }) => id)).toEqual(['paper-residence', 'demand-street-lamp']);
  });

  it.each([
    ['an id given twice', paper + paper, '用了两次'],
    ['what it is unlike and does not exist', unlike, 'demand-street-lamp 不存在'],
  ])('refuses %s', (_what, matters, message) => {
    expect(() => createMatters(parseMatters(file(matters)))).toThrow(
      expect.objectContaining({ code: 'QD-KNOWLEDGE', message: expect.stringContaining(message) }),
    );
  });
});
