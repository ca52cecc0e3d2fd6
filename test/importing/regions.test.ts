import { describe, expect, it } from 'vitest';
import { openAssistant } from '#app/assistant.js';
import { NO_OFFICE_LISTS, readKnowledge } from '#app/open.js';
import type { Region } from '#catalogue/regions.js';
import { readFileContent } from '#documents/read.js';
import { regionList } from '#importing/regions/region-list.js';
import { regionRows } from '#importing/regions/region-rows.js';

const SHIPPED = readKnowledge().regions;
const LIST = `江津区村社区名录,,
区划代码,单位名称,上级
500116001,几江街道办事处,江津区
500116001001,鼎山社区居民委员会,几江街道
500116100201,合解村村民委员会,珞璜镇
500116100,珞璜镇,重庆市江津区
`;

async function listOf(text: string, before: readonly Region[] = []) {
  return regionList(regionRows(await readFileContent(Buffer.from(text), '名录.csv')), SHIPPED, before);
}

describe('an office’s list of regions', () => {
  it('becomes regions with full names, parents before children, whatever the order of its lines', async () => {
    const { regions, added } = await listOf(LIST);
    expect(added).toBe(4);
    expect(regions.map(({ name, level, aliases }) => [name, level, aliases])).toEqual([
      ['重庆市江津区几江街道', 'township', ['几江街道']],
      ['重庆市江津区珞璜镇', 'township', ['珞璜镇']],
      ['重庆市江津区几江街道鼎山社区', 'village', ['鼎山社区']],
      ['重庆市江津区珞璜镇合解村', 'village', ['合解村']],
    ]);
  });

  it('adds to what was loaded before, and a street that is renamed takes its communities along', async () => {
    const { regions: before } = await listOf(LIST);
    const { regions, added, renamed } = await listOf('代码,名称\n500116001,鼎山街道\n', before);
    expect([added, renamed]).toEqual([0, 1]);
    expect(regions.find(({ code }) => code === '500116001001')).toMatchObject({
      name: '重庆市江津区鼎山街道鼎山社区',
      parent: '重庆市江津区鼎山街道',
    });
  });

  it.each([
    ['no table of regions', '随便,写写\n一,二\n', '没有找到地区清单'],
    ['a code of another length', '代码,名称\n5001,某某街道\n', '应是 6 位'],
    ['a code with a formula', '代码,名称\n=1+1,某某街道\n', '应是 6 位'],
    ['a name that is markup', '代码,名称\n500116009,<script>\n', '应是 2 到 30 个汉字'],
    ['a name as long as a page', `代码,名称\n500116009,${'镇'.repeat(31)}\n`, '应是 2 到 30 个汉字'],
    ['a parent that isn’t there', '代码,名称\n500116009001,某某社区\n', '没有它的上级'],
    [
      'a parent that the code denies',
      '代码,名称,上级\n500116009,某某街道,南岸区\n',
      '按代码却是「重庆市江津区」',
    ],
    ['a code twice', '代码,名称\n500116009,甲街道\n500116009,乙街道\n', '重复'],
    ['a name twice', '代码,名称\n500116009,某某街道\n500116008,某某街道\n', '同名'],
    ['a shipped region renamed', '代码,名称\n500116,某某区\n', '不能改名'],
  ])('is refused for %s', async (_, text, message) => {
    await expect(listOf(text)).rejects.toMatchObject({
      code: 'QD-REGIONS',
      message: expect.stringContaining(message),
    });
  });
});

describe('a question from a community', () => {
  it('is answered at every level by the nearest that has lists, and says so', async () => {
    const { regions } = await listOf(LIST);
    const assistant = openAssistant({ office: { ...NO_OFFICE_LISTS, regions }, today: '2026-11-27' });
    const closing = (text: string, region?: string) =>
      assistant.decide({ text, region }).text.split('\n').at(-1);
    const question = '养狗要社区开养犬证明吗';
    const nearest = '（没有载入自己的清单，按重庆市江津区及以上的规定回答）';
    expect(closing(question, '几江街道')).toContain(`目录：重庆市江津区几江街道${nearest}`);
    expect(closing(question, '鼎山社区')).toContain(`目录：重庆市江津区几江街道鼎山社区${nearest}`);
    expect(closing('我们几江街道鼎山社区给开养犬证明不')).toContain(
      `目录：重庆市江津区几江街道鼎山社区${nearest}`,
    );
    expect(closing('合解村的村委会给开养犬证明不')).toContain(`目录：重庆市江津区珞璜镇合解村${nearest}`);
    // A street that nobody has loaded: the county it lies in.
    expect(closing(question, '重庆市江津区白沙镇')).toContain('目录：重庆市江津区，');
    // The community's own name still says who is asked.
    expect(assistant.decide({ text: '我们几江街道鼎山社区给开养犬证明不' }).verdict).toBe('must-not-certify');
  });

  describe('of a place that is written in one way or another', async () => {
    const more = `${LIST}500108001,铜元局街道,南岸区\n500108001003,合解村,铜元局街道\n`;
    const { regions } = await listOf(more);
    const assistant = openAssistant({ office: { ...NO_OFFICE_LISTS, regions }, today: '2026-11-27' });
    const placeOf = (text: string, region?: string) =>
      /目录：([^（，]+)/u.exec(assistant.decide({ text, region }).text)?.[1];
    const question = '养狗要社区开养犬证明吗';
    const [town, community, village] = [
      '重庆市江津区几江街道',
      '重庆市江津区几江街道鼎山社区',
      '重庆市江津区珞璜镇合解村',
    ];

    it.each([
      ['500116001001', community],
      ['500116100', '重庆市江津区珞璜镇'],
      ['500116', '重庆市江津区'],
      ['几江街道办事处', town],
      ['鼎山社区居委会', community],
      ['江津区几江街道', town],
      ['珞璜镇合解村', village],
    ])('--region %s', (region, name) => {
      expect(placeOf(question, region)).toBe(name);
    });

    it.each([
      ['我是珞璜镇合解村的，村委会给开养犬证明不', village],
      ['江津几江街道的鼎山社区能开居住证明吗', community],
      ['铜元局街道办让我们社区去拆违建，归我们管吗', '重庆市南岸区铜元局街道'],
      ['珞璜镇政府要我们村报招商引资表', '重庆市江津区珞璜镇'],
    ])('%s', (text, name) => {
      // What the question says goes before what the channel knows.
      expect(placeOf(text, '几江街道')).toBe(name);
    });

    it('asks which where two share a name', () => {
      expect(assistant.decide({ text: '合解村的村委会给开养犬证明不' }).text).toContain('同名的地方不止一个');
      expect(() => assistant.decide({ text: question, region: '合解村' })).toThrow('请写全称');
      expect(() => assistant.decide({ text: question, region: '500116009' })).toThrow('kb regions import');
    });
  });
});
