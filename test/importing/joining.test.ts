import { describe, expect, it } from 'vitest';
import { openJoiner } from '#app/joiner.js';
import { readMatters } from '#app/matters.js';
import { isOfficeMatter } from '#catalogue/office.js';
import type { ListKind } from '#catalogue/schema.js';
import { readFileContent } from '#documents/read.js';
import { extractLists } from '#importing/extract.js';
import { joinPlan } from '#importing/joining/join-plan.js';
import { joinReport } from '#importing/joining/join-report.js';
import { type Choices, type JoinedRow, NO_CHOICES } from '#importing/joining/joined-row.js';
import type { Joiner, Proposal } from '#importing/joining/joiner.js';
import { readMattersFile, writeMattersFile } from '#importing/joining/matters-file.js';
import { planImport } from '#importing/plan.js';
import { fixtureKnowledge } from '../support/knowledge.js';
import { tableOf } from './support.js';

const SHEETS: Readonly<Record<string, readonly (readonly string[])[]>> = {
  自治事项清单: [
    ['定期召开居民代表会议商量大事', ''],
    ['指导小区业主委员会换届和履职', ''],
    ['给社区里的流浪猫搭窝过冬', ''],
    ['组织编写社区童谣绘本', '编童谣、画绘本'],
  ],
  协助事项清单: [
    ['配合开展社区矫正人员日常教育帮扶', ''],
    ['配合开展征兵宣传和兵役登记', ''],
    ['配合做好就业失业登记和就业援助', ''],
  ],
  负面事项清单: [['要求社区完成招商引资指标任务', '']],
  可出具证明事项清单: [['应征入伍青年走访政审意见', '']],
};
const library = readMatters();

function planned() {
  const blocks = Object.entries(SHEETS).map(([sheet, rows]) =>
    tableOf(
      [['序号', '事项名称', '别名'], ...rows.map(([name = '', alias = ''], i) => [`${i + 1}`, name, alias])],
      sheet,
    ),
  );
  const extraction = extractLists({ format: 'xlsx', blocks });
  const options = { fileName: '示例.xlsx', kinds: new Map(), region: '重庆市', documentId: 'own' };
  return planImport(extraction, fixtureKnowledge(), options);
}

/** Of two rows it is told here what comes near, so that one is open and one new whatever the weights are. */
const TOLD: readonly (readonly [part: string, near: readonly Proposal[]])[] = [
  ['就业失业登记', [{ matter: 'duty-employment', name: '劳动就业协助', confidence: 0.6 }]],
  ['流浪猫', []],
];
const joiner: Joiner = {
  ...openJoiner(),
  propose: (row) => TOLD.find(([part]) => row.name.includes(part))?.[1] ?? openJoiner().propose(row),
};
const joined = (choices: Choices = NO_CHOICES) => joinPlan(planned(), joiner, choices);
const named = (rows: readonly JoinedRow[], name: string) =>
  rows.find((row) => row.name.includes(name)) as JoinedRow;

describe('an imported row', () => {
  const { rows, plan } = joined();

  it.each([
    ['业主委员会', 'duty-owners'],
    ['社区矫正', 'duty-correction'],
    ['兵役登记', 'duty-conscription'],
    ['招商引资', 'neg-investment'],
    ['政审意见', 'paper-enlistment-review'],
  ])('about %s joins %s by itself', (name, matter) => {
    expect(named(rows, name)).toMatchObject({ matter, by: 'sure', isWorded: true });
  });

  it('that nothing is sure of is open, and keeps what it is likely about', () => {
    const row = named(rows, '就业失业登记');
    expect(row).toMatchObject({ matter: null, by: 'open' });
    expect(row.proposals[0]?.matter).toBe('duty-employment');
    const item = plan.documents[0]?.document.lists
      .flatMap(({ items }) => items)
      .find(({ id }) => id === row.id);
    expect(item?.matter).toBeUndefined();
    expect(item?.likely?.[0]?.matter).toBe('duty-employment');
  });

  it('joins only a matter of its list’s sort, or a demand or rule', () => {
    const sorts: Readonly<Record<string, RegExp>> = { negative: /^neg-/, 'may-certify': /^paper-/ };
    for (const { kind, proposals } of rows) {
      for (const { matter } of proposals) {
        if (!/^(demand|rule)-/.test(matter)) expect(matter).toMatch(sorts[kind] ?? /^duty-/);
      }
    }
  });

  it('that nothing known comes near is a matter of the office’s own', () => {
    const row = named(rows, '流浪猫');
    expect([row.by, isOfficeMatter(row.matter ?? '')]).toEqual(['new', true]);
  });

  it('gets the same proposals again', () => {
    expect(joined().rows).toEqual(rows);
  });

  it('of a list that speaks of somebody else joins nothing', () => {
    expect(openJoiner().propose({ name: '协助做好禁毒宣传', kind: 'reference' as ListKind })).toEqual([]);
  });
});

describe('the clerk’s choices', () => {
  const { rows } = joined();
  const read = async (name: string, text: string | Uint8Array) =>
    readMattersFile(await readFileContent(typeof text === 'string' ? Buffer.from(text) : text, name), {
      rows,
      library,
      office: new Set(['office-0123abcd']),
    });
  const id = (name: string) => named(rows, name).id;

  it('are read from two columns: id, name, or 新', async () => {
    const choices = await read(
      '归类.tsv',
      `${id('就业失业登记')}\tduty-employment\n${id('流浪猫')}\t新\n${id('居民代表会议')}\t召集居民（村民）会议\n`,
    );
    const again = joined(choices).rows;
    expect(named(again, '就业失业登记')).toMatchObject({ matter: 'duty-employment', by: 'chosen' });
    expect(named(again, '居民代表会议')).toMatchObject({ matter: 'duty-call-meetings', by: 'chosen' });
    const cats = named(again, '流浪猫');
    expect([isOfficeMatter(cats.matter ?? ''), cats.by, cats.isWorded]).toEqual([true, 'new', false]);
  });

  it.each(['归类.xlsx', '归类.csv'])(
    'go out with three proposals and come back in %s, where 1 is the first',
    async (name) => {
      const written = await writeMattersFile(rows, name);
      const content = await readFileContent(written, name);
      const [table] = content.blocks.flatMap((block) => (block.type === 'table' ? [block] : []));
      const line = table?.rows.find(({ cells }) => cells[0] === id('就业失业登记'));
      expect(line?.cells[3]).toBe('');
      if (line !== undefined) line.cells[3] = '1';
      const choices = readMattersFile(content, { rows, library, office: new Set() });
      expect(choices.get(id('就业失业登记'))).toBe('duty-employment');
    },
  );

  it.each([
    ['a row that isn’t there', 'own-assist-99\tduty-dibao', '没有「own-assist-99」这一行'],
    ['a matter that isn’t there', `${id('兵役登记')}\tduty-nothing`, '不是事项库里的事项'],
    ['a matter of another sort', `${id('兵役登记')}\tpaper-death`, '不能归入'],
    ['a row twice', `${id('兵役登记')}\tnew\n${id('兵役登记')}\tnew`, '写了两次'],
    ['nothing at all', `${id('兵役登记')}\t`, '没有选定任何事项'],
  ])('are refused for %s', async (_, text, message) => {
    await expect(read('归类.tsv', `${text}\n`)).rejects.toMatchObject({
      code: 'QD-IMPORT',
      message: expect.stringContaining(message),
    });
  });

  it('are kept for the next version of the list', async () => {
    const choices = await read('归类.tsv', `${id('就业失业登记')}\tduty-employment\n${id('流浪猫')}\tnew\n`);
    const before = joined(choices).plan.documents[0]?.document ?? null;
    const next = planned();
    for (const document of next.documents) document.before = before;
    const again = joinPlan(next, joiner, NO_CHOICES).rows;
    expect(named(again, '就业失业登记')).toMatchObject({ matter: 'duty-employment', by: 'before' });
    expect(named(again, '流浪猫').by).toBe('new');
  });
});

describe('the report', () => {
  it('says of each row where it goes and how sure that is, and what a new one without wordings lacks', async () => {
    const { rows } = joined(
      new Map([
        [named(joined().rows, '流浪猫').id, 'new'],
        [named(joined().rows, '童谣').id, 'new'],
      ]),
    );
    const { table, lines } = joinReport(rows, library);
    expect(table).toHaveLength(rows.length + 1);
    const line = (name: string) => table.find(([, called]) => called?.includes(name)) ?? [];
    expect(line('社区矫正')[2]).toContain('社区矫正协助（duty-correction）');
    expect(line('社区矫正')[3]).toMatch(/^\d+%$/);
    expect(line('就业失业登记')[2]).toMatch(/^待选：劳动就业协助 \d+%/);
    expect(line('流浪猫')[2]).toBe('本单位的新事项');
    expect(lines.join('\n')).toContain('有 1 个新事项没有别名');
  });
});
