import { describe, expect, it } from 'vitest';
import { areaLines } from '#admission/area-said.js';
import { readAreas } from '#app/areas.js';
import { readKnowledge } from '#app/open.js';
import { readProcesses } from '#app/processes.js';
import { areaIn, liesIn } from '#catalogue/areas.js';

const kb = readKnowledge();
const areas = readAreas();
const delta = areaIn(areas, '长江三角洲的社区准入');

describe('an area that is no division', () => {
  it('is made of regions that there are, and called as none of them', () => {
    for (const { name, aliases, regions } of areas) {
      expect(regions.filter((region) => kb.regions.get(region) === undefined)).toEqual([]);
      for (const word of [name, ...aliases]) expect(kb.regions.lookedUp(word)).toEqual([]);
    }
  });

  it('is found by any of its names, and holds what lies within its regions', () => {
    expect(delta?.name).toBe('长三角');
    expect(areaIn(areas, '苏州的社区准入')).toBeNull();
    for (const [region, lies] of [
      ['上海市', true],
      ['江苏省苏州市', true],
      ['安徽省黄山市', true],
      ['重庆市渝北区', false],
      ['火星', false],
    ] as const) {
      expect(delta !== null && liesIn(kb.regions, delta, region), region).toBe(lies);
    }
  });

  it('is answered by what is known of its regions, with their sources, and no more', () => {
    if (delta === null) throw new Error('长三角 is missing');
    const lines = areaLines(delta, readProcesses(kb).all, kb, '2026-11-28');
    const text = lines.join('\n');
    expect(text).toMatch(/^长三角不是一级行政区划，没有见到它统一的准入程序。/);
    expect(text).toMatch(/江苏省苏州市：.*申请 → 审核 → 决定。还缺：/);
    expect(text).toMatch(/安徽省黄山市：.*申请 → 决定/);
    expect(text).toMatch(/^上海市：.*协助行政事项准入/m);
    expect(text).toContain('《上海市居民委员会工作条例》');
    expect(text).not.toMatch(/重庆|西城/);
    const marks = new Set(text.match(/〔\d+〕/g));
    expect(lines.filter((line) => /^〔\d+〕/.test(line))).toHaveLength(marks.size);
  });
});
