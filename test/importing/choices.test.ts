import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { choicesFrom, parseMapOption } from '#importing/choices.js';
import { extractLists } from '#importing/extract.js';
import { createHeaderMemory } from '#importing/header-memory.js';
import { tableOf } from './support.js';

const odd = tableOf([
  ['示例社区自治事项清单'],
  ['第几', '干什么', '凭什么'],
  ['1', '示例甲', '《示例办法》'],
  ['2', '示例乙', ''],
]);
const memory = () => createHeaderMemory(mkdtempSync(join(tmpdir(), 'qingdan-')));
const namesWith = (options: string[], remembered = memory()) => {
  const choiceFor = choicesFrom(options.map(parseMapOption), remembered);
  return extractLists({ format: 'xlsx', blocks: [odd] }, { choiceFor });
};

describe('a header nobody knows', () => {
  it('is told of, with what to do', () => {
    expect(namesWith([]).findings[0]).toMatchObject({
      severity: 'error',
      advice: expect.stringContaining('--map'),
    });
  });

  it.each(['事项名称=B', '事项名称=b', '事项名称=干什么', '名称＝干什么'])(
    'is read with --map %s',
    (option) => {
      const { lists } = namesWith([option]);
      expect(lists).toHaveLength(1);
      expect(lists[0]).toMatchObject({ title: '示例社区自治事项清单', kind: 'autonomy' });
      expect(lists[0]?.rows.map(({ name }) => name)).toEqual(['示例甲', '示例乙']);
    },
  );

  it('takes several corrections', () => {
    const { lists } = namesWith(['事项名称=B', '设定依据=C', '序号=A']);
    expect(lists[0]?.rows[0]).toMatchObject({ no: 1, name: '示例甲', basis: '《示例办法》' });
  });

  it('is known the next time', () => {
    const remembered = memory();
    const [list] = namesWith(['事项名称=B', '设定依据=C'], remembered).lists;
    remembered.remember(list?.signature ?? '', list?.choice ?? new Map());
    expect(namesWith([], remembered).lists[0]?.rows[0]).toMatchObject({
      name: '示例甲',
      basis: '《示例办法》',
    });
  });

  it.each(['价格=B', '事项名称', '=B'])('can’t be corrected by %j', (option) => {
    expect(() => parseMapOption(option)).toThrow(expect.objectContaining({ code: 'QD-IMPORT' }));
  });
});

it('a correction of one list keeps the list beside it', () => {
  const table = tableOf([
    ['序号', '自治事项', '序号', '协助事项'],
    ['1', '示例甲', '1', '示例乙'],
  ]);
  const choiceFor = choicesFrom([parseMapOption('事项名称=B')], memory());
  const { lists } = extractLists({ format: 'xlsx', blocks: [table] }, { choiceFor });
  expect(lists.map(({ rows }) => rows.map(({ name }) => name))).toEqual([['示例甲'], ['示例乙']]);
});

it('a damaged memory is told of', () => {
  const folder = mkdtempSync(join(tmpdir(), 'qingdan-'));
  writeFileSync(join(folder, 'header-mappings.json'), '{');
  expect(() => createHeaderMemory(folder).recall('x')).toThrow(
    expect.objectContaining({ code: 'QD-VERSIONS' }),
  );
});
