import { describe, expect, it } from 'vitest';
import { readKnowledgeFiles } from '#app/files.js';
import { findRegion } from '#catalogue/find-region.js';
import { createRegions, parseRegions } from '#catalogue/regions.js';
import { regionsMentioned } from '#catalogue/regions-mentioned.js';
import { fixtureKnowledge } from '../support/knowledge.js';

const { regions } = fixtureKnowledge();

describe('findRegion', () => {
  it.each([
    ['重庆市', '重庆市'],
    ['渝', '重庆市'],
    ['重慶市', '重庆市'],
    ['南岸', '重庆市南岸区'],
    ['重庆南岸', '重庆市南岸区'],
    ['重庆 南岸区', '重庆市南岸区'],
    ['湖北咸宁', '湖北省咸宁市'],
    ['长寿', '重庆市长寿区'],
    ['浙江宁波江北', '浙江省宁波市江北区'],
    ['全国', '全国'],
  ])('takes %s for %s', (text, name) => {
    expect(findRegion(regions, text).name).toBe(name);
  });

  it('takes the province where a city has the same short name', () => {
    expect(findRegion(regions, '吉林').name).toBe('吉林省');
  });

  it('asks for the full name where two counties share one', () => {
    expect(() => findRegion(regions, '江北区')).toThrow(/重庆市江北区、浙江省宁波市江北区/);
  });

  it.each([
    ['重庆市南岸区花园路', '是不是 重庆市南岸区'],
    ['南按区', '是不是 重庆市南岸区'],
    ['火星', '请写全称，如 重庆市南岸区'],
    ['', '请写全称，如 重庆市南岸区'],
    ['南岸'.repeat(5000), '是不是 重庆市南岸区'],
  ])('refuses %j and says what to do', (text, hint) => {
    expect(() => findRegion(regions, text)).toThrow(
      expect.objectContaining({ code: 'QD-REGION', message: expect.stringContaining(hint) }),
    );
  });
});

describe('regionsMentioned', () => {
  const names = (text: string): string[] =>
    regionsMentioned(regions, text).map(
      (mention) => `${mention.text}=${mention.regions.map((region) => region.name).join('/')}`,
    );

  it.each([
    ['我在南岸区住', ['南岸区=重庆市南岸区']],
    ['湖北咸宁这边能开吗', ['湖北咸宁=湖北省咸宁市']],
    ['重庆的南岸区和湖北有什么不同', ['南岸区=重庆市南岸区', '湖北=湖北省']],
    ['重庆区县的社区', ['重庆=重庆市']],
    ['江北这边', ['江北=重庆市江北区/浙江省宁波市江北区']],
    ['重庆江北这边', ['重庆江北=重庆市江北区']],
  ])('finds in 「%s」 %j', (text, expected) => {
    expect(names(text)).toEqual(expected);
  });

  it.each(['湖北路社区', '重庆大学的毕业证明', '长寿老人补贴', '吃重庆火锅', '全国统一的清单', '咸宁区的'])(
    'finds no place in 「%s」',
    (text) => {
      expect(names(text)).toEqual([]);
    },
  );

  it('gives offsets that cut the mention out of the text', () => {
    const text = '请问𠮷湖北咸宁';
    const [mention] = regionsMentioned(regions, text);
    expect(mention && text.slice(mention.start, mention.end)).toBe('湖北咸宁');
  });
});

describe('createRegions', () => {
  it('leads from a county to the country', () => {
    const county = findRegion(regions, '重庆市南岸区');
    expect(regions.lineage(county).map((region) => region.name)).toEqual(['重庆市南岸区', '重庆市', '全国']);
  });

  it('refuses a parent that does not exist', () => {
    const orphan = {
      code: '110000',
      name: '北京市',
      level: 'province',
      parent: '中土',
      aliases: [],
      lookup: [],
    } as const;
    expect(() => createRegions([{ ...orphan, aliases: [], lookup: [] }])).toThrow(
      expect.objectContaining({ code: 'QD-KNOWLEDGE' }),
    );
  });
});

describe('the shipped regions', () => {
  const shipped = parseRegions(readKnowledgeFiles().regions);
  const count = (level: string, prefix = ''): number =>
    shipped.all.filter((region) => region.level === level && region.code.startsWith(prefix)).length;

  it('hold all 34 divisions of the province level and all 38 of Chongqing', () => {
    expect(count('province')).toBe(34);
    expect(count('county', '50')).toBe(38);
  });

  it('give every region a name that starts with its parent and a code under its province', () => {
    for (const region of shipped.all) {
      const parent = region.parent === undefined ? undefined : shipped.get(region.parent);
      if (parent === undefined || parent.level === 'country') continue;
      expect(region.name.startsWith(parent.name), region.name).toBe(true);
      expect(region.code.slice(0, 2), region.name).toBe(parent.code.slice(0, 2));
    }
  });

  it('find each region by its own full name', () => {
    for (const region of shipped.all) expect(findRegion(shipped, region.name)).toBe(region);
  });

  it('hold every county of the country, each found in a sentence behind its city', () => {
    const counties = shipped.all.filter((region) => region.level === 'county');
    expect(counties).toHaveLength(2851);
    for (const region of counties) {
      const [mention] = regionsMentioned(shipped, `我们${region.name}这边能开吗`);
      expect(mention?.regions, region.name).toEqual([region]);
    }
  });

  const named = (text: string): string[] =>
    regionsMentioned(shipped, text).flatMap(({ regions: meant }) => meant.map(({ name }) => name));

  it.each([
    ['我是涉县的，能开吗', ['河北省邯郸市涉县']],
    ['浙江义乌这边', ['浙江省金华市义乌市']],
    ['海南琼中县的村委会', ['海南省琼中黎族苗族自治县']],
    ['山西晋城城区的社区', ['山西省晋城市城区']],
    ['昆明市官渡区', ['云南省昆明市官渡区']],
    [
      '鼓楼区的居委会',
      ['江苏省南京市鼓楼区', '江苏省徐州市鼓楼区', '福建省福州市鼓楼区', '河南省开封市鼓楼区'],
    ],
    ['朝阳区', ['北京市朝阳区', '吉林省长春市朝阳区']],
    ['湖北荆州的', ['湖北省荆州市']],
    ['长春朝阳的社区', ['吉林省长春市朝阳区']],
    ['长春朝阳区', ['吉林省长春市朝阳区']],
  ])('are found in 「%s」: %j', (text, expected) => {
    expect(named(text)).toEqual(expected);
  });

  it.each(['城区的路灯谁修', '省和县里都要报', '这事要写成县里的材料', '平安区域创建', '义乌小商品'])(
    'are not read into 「%s」',
    (text) => {
      expect(named(text)).toEqual([]);
    },
  );
});
