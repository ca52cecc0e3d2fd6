import { describe, expect, it } from 'vitest';
import { lintProcesses } from '#admission/lint.js';
import { processFor, stepOf } from '#admission/process.js';
import { processLines } from '#admission/said.js';
import { readKnowledge } from '#app/open.js';
import { readProcesses, readProcessFiles } from '#app/processes.js';
import { toCitation } from '#catalogue/citation.js';
import { findRegion } from '#catalogue/find-region.js';
import { rowById } from '#catalogue/knowledge-base.js';

const kb = readKnowledge();
const processes = readProcesses(kb);
const of = (name: string) => processes.of(findRegion(kb.regions, name));
const said = (name: string) =>
  processLines(of(name), (id) => {
    const row = rowById(kb, id);
    return row === undefined ? null : toCitation(row);
  }).join('\n');

describe('the procedures of the knowledge folder', () => {
  it('hold: every file, region, row, step and role', () => {
    expect(lintProcesses(readProcessFiles(), kb)).toEqual([]);
  });

  it.each([
    ['id: a\nregion: 火星\nname: x\nrow: zf-2017-13-p4\nsteps: []', 'KB-REGION'],
    ['id: b\nregion: 全国\nname: x\nrow: zf-2017-13-p4\nsteps: []', 'KB-ID'],
    ['id: a\nregion: 全国\nname: x\nrow: no-such-row\nsteps: []', 'KB-REFERENCE'],
    ['id: a\nregion: 湖北省\nname: x\nrow: xc-steps-1\nsteps: []', 'KB-REFERENCE'],
    ['id: a\nregion: 湖北省\nname: x\nrow: zf-2017-13-p4\nsteps: [{ step: apply, does: x }]', 'KB-REFERENCE'],
    ['id: a\nregion: 全国\nname: x\nrow: zf-2017-13-p4\nsteps: [{ step: decide, does: x }]', 'KB-SCHEMA'],
    [
      'id: a\nregion: 全国\nname: x\nrow: zf-2017-13-p4\nsteps: [{ step: enter, does: x }, { step: apply, does: x }]',
      'KB-SCHEMA',
    ],
    ['id: a\nregion: 全国\nname: x', 'KB-SCHEMA'],
    ['id: [', 'KB-YAML'],
  ])('are refused where one doesn’t: %j', (text, code) => {
    const codes = lintProcesses([{ path: 'admission/a.yaml', text }], kb).map((finding) => finding.code);
    expect(codes).toContain(code);
  });

  it('are one to a region', () => {
    const text = 'id: a\nregion: 全国\nname: x\nrow: zf-2017-13-p4\nsteps: []';
    const twice = ['x/a.yaml', 'y/a.yaml'].map((path) => ({ path, text }));
    expect(lintProcesses(twice, kb)).toMatchObject([{ code: 'KB-DUPLICATE-ID' }]);
  });
});

describe('the procedure of a region', () => {
  it('is its own where a source tells of it: 西城, with its working days', () => {
    const process = of('西城区');
    expect(process.region).toBe('北京市西城区');
    expect(stepOf(process, 'apply')?.lead).toBe(30);
    expect(stepOf(process, 'decide')?.limit).toBe(15);
    // Its source tells who decides and of no review or meeting before.
    expect(process.steps.map(({ step }) => step)).toEqual(['apply', 'decide', 'enter', 'leave']);
    expect(process.steps.every(({ isDefault }) => !isDefault)).toBe(true);
  });

  it('goes up to the city in 渝北', () => {
    expect(stepOf(of('渝北区'), 'decide')).toMatchObject({ who: '重庆市政府', roles: ['city'] });
  });

  it('is that of the level above where it has none: 南岸 has 重庆’s, whose steps aren’t known', () => {
    const process = of('重庆市南岸区');
    expect(process.id).toBe('chongqing');
    expect(process.steps.map(({ step, isDefault }) => [step, isDefault])).toEqual([
      ['apply', true],
      ['review', true],
      ['meeting', true],
      ['decide', true],
    ]);
  });

  it('is the default elsewhere, and says that it is one', () => {
    expect(processes.of(undefined).isDefault).toBe(true);
    expect(of('湖北省').isDefault).toBe(true);
    expect(said('湖北省')).toMatch(/默认的准入走法（不是规定）[\s\S]*以当地正式文件为准/u);
  });

  it('is told with a source for each step that has one', () => {
    const text = said('西城区');
    expect(text).toMatch(/1\. 申请。需要社区协助的区里单位：至少提前30个工作日.*〔1〕/u);
    expect(text).toMatch(/依据：\n〔1〕《西城区持续推进社区减负工作实施方案》报道所列第1步/u);
    expect(text).not.toContain('默认');
  });

  it('can’t be told where not even a default is there', () => {
    expect(() => processFor([], ['全国'])).toThrow('no admission procedure');
  });
});
