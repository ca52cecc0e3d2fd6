/** 准入 by commands, as an office would use them: users, an application, its papers, and the answers it gives. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { chinaToday } from '#app/assistant.js';
import { addDays } from '#text/working-days.js';
import { qingdan } from '../support/command-line.js';

let folder: string;
const inFolder = (name: string) => join(folder, name);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'qingdan-admission-'));
  vi.stubEnv('QINGDAN_DATA_DIR', inFolder('data'));
  vi.stubEnv('QINGDAN_DATABASE_URL', '');
  vi.stubEnv('QINGDAN_CONFIG', '');
  vi.stubEnv('QINGDAN_KNOWLEDGE', '');
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

const ok = async (...argv: string[]): Promise<string> => {
  const { stdout, stderr, exitCode } = await qingdan(...argv);
  expect(stderr, argv.join(' ')).toBe('');
  expect(exitCode).toBe(0);
  return stdout;
};
const refused = async (...argv: string[]): Promise<string> => (await qingdan(...argv)).stderr;

const TODAY = chinaToday();
const FIRST = addDays(TODAY, 10);
const LAST = addDays(TODAY, 300);
const NUMBER = `准入〔${TODAY.slice(0, 4)}〕0001号`;
const FORM = `事项名称: 楼道堆物巡查登记
申请部门: 区城管局
工作内容: 每月看一次楼道，发现堆物登记后报街道
法律法规或政策依据: 《中华人民共和国消防法》第三十二条
实施范围: 全区各社区
开始日期: ${FIRST}
结束日期: ${LAST}
工作量: 每月一次，每次两小时
人员保障: 每个街道派一名协管员
经费保障: 每个社区每年3000元
随事项下放的权限: 无
需要填报的表格: 无
需要悬挂的牌子: 无
需要使用的应用程序: 无
`;

async function users(): Promise<void> {
  await ok('user', 'add', '小赵', '--role', 'admin', '--region', '重庆市');
  const add = (...argv: string[]) => ok('user', 'add', ...argv, '--as', '小赵');
  await add('区民政', '--role', 'county-lead', '--region', '重庆市渝北区');
  await add('城管', '--role', 'county-department', '--region', '渝北', '--department', '区城管局');
  await add('市民政', '--role', '市级', '--region', '重庆市');
}

describe('users by commands', () => {
  it('begin with an admin, and from then on every command says who acts', async () => {
    expect(await refused('user', 'add', '小王', '--role', 'worker', '--region', '500112001001')).toContain(
      '管理员',
    );
    await users();
    expect(await ok('user', 'list', '--as', '小赵')).toMatch(/区民政 +区县主管 +500112/);
    expect(await refused('user', 'list')).toContain('--as');
    expect(await refused('user', 'list', '--as', '不在')).toContain('QD-LOGIN');
    expect(
      await refused('user', 'add', '小王', '--role', 'worker', '--region', '500112001001', '--as', '城管'),
    ).toContain('QD-FORBIDDEN');
    await ok('user', 'disable', '城管', '--as', '小赵');
    expect(await refused('admission', 'list', '--as', '城管')).toContain('已停用');
    await ok('user', 'enable', '城管', '--as', '小赵');
    expect(await ok('admission', 'list', '--as', '城管')).toBe('没有申请\n');
    expect(await ok('user', 'key', '城管', '--label', '对接', '--as', '小赵')).toMatch(
      /^[\w-]+\.[0-9a-f]{64}\n/,
    );
  });

  it('of a county can’t load a list of the city', async () => {
    await users();
    const list = inFolder('清单.txt');
    writeFileSync(list, '重庆市社区负面事项清单\n一、招商引资\n二、拆除违法建设\n');
    const load = [
      'kb',
      'import',
      list,
      '--kind',
      '负面',
      '--region',
      '重庆市',
      '--document',
      'cq-test',
      '--yes',
    ];
    expect(await refused(...load, '--as', '区民政')).toContain('QD-FORBIDDEN');
    expect(await ok(...load, '--as', '市民政')).toContain('已导入');
    expect(await refused('kb', 'withdraw', 'cq-test', '--yes', '--as', '区民政')).toContain('QD-FORBIDDEN');
  });
});

// Each command opens the store anew, and those that judge open the assistant.
describe('an application by commands', { timeout: 240_000 }, () => {
  it('goes its way, answers questions while it is in force, and is written as papers', async () => {
    await users();
    writeFileSync(inFolder('申请.yaml'), FORM);
    const submitted = await ok(
      ...[
        'admission',
        'new',
        '--region',
        '渝北',
        '--file',
        inFolder('申请.yaml'),
        '--submit',
        '--as',
        '城管',
      ],
    );
    expect(submitted).toMatch(/已提交[\s\S]*对照清单：[\s\S]*依据核对：.*现行有效/u);
    const step = (who: string, ...argv: string[]) => [
      'admission',
      argv[0] as string,
      NUMBER,
      ...argv.slice(1),
      '--as',
      who,
    ];
    expect(await refused(...step('城管', 'review', '--agree', '--opinion', '好'))).toContain('QD-FORBIDDEN');
    await ok(...step('区民政', 'review', '--agree', '--opinion', '依据清楚'));
    expect(await refused(...step('区民政', 'decide', '--admit', '--reason', '好'))).toContain('重庆市政府');
    await ok(...step('市民政', 'decide', '--admit', '--reason', '确需社区协助'));
    expect(await refused(...step('市民政', 'review', '--agree', '--opinion', '好'))).toContain('QD-STATE');
    expect(await ok(...step('城管', 'show', '--history'))).toMatch(
      /城管 新建[\s\S]*城管 提交[\s\S]*市民政 决定/u,
    );

    const ask = (day: string) => ok('ask', '--region', '渝北', '--date', day, '楼道堆物巡查登记归社区管吗');
    expect(await ask(FIRST)).toMatch(
      new RegExp(`属于依法协助。「楼道堆物巡查登记」[\\s\\S]*准入决定（${NUMBER}）`, 'u'),
    );
    expect(await ask(addDays(LAST, 1))).not.toContain('属于依法协助。「楼道堆物巡查登记」');

    for (const kind of ['申请表', '决定书']) {
      await ok(...step('区民政', 'form', '--kind', kind, '--out', inFolder(`${kind}.docx`)));
      expect(
        readFileSync(inFolder(`${kind}.docx`))
          .subarray(0, 2)
          .toString(),
      ).toBe('PK');
    }
    expect(await ok('admission', 'register', '--out', inFolder('簿.xlsx'), '--as', '区民政')).toContain(
      '1 件',
    );
    expect(
      await ok(
        'admission',
        'catalogue',
        '--year',
        FIRST.slice(0, 4),
        '--out',
        inFolder('录.xlsx'),
        '--as',
        '区民政',
      ),
    ).toContain('1 件');
    // The form that was written is an application again.
    const again = ['admission', 'new', '--region', '渝北', '--file', inFolder('申请表.docx'), '--as', '城管'];
    expect(await ok(...again)).toContain('0002号 草稿：楼道堆物巡查登记');
    expect(await ok('admission', 'unpaid', '--as', '区民政')).toContain('都已到位，或者还没有到期');
    await ok(...step('市民政', 'revoke', '--reason', '政策变了'));
    expect((await qingdan('audit', 'verify')).stdout).toContain('核验通过');
  });

  it('needs no users where one works alone', async () => {
    writeFileSync(inFolder('申请.yaml'), FORM);
    await ok(
      'admission',
      'new',
      '--region',
      '湖北省',
      '--file',
      inFolder('申请.yaml'),
      '--set',
      '联系人和电话=小李',
      '--submit',
    );
    expect(await ok('admission', 'due')).toContain('没有规定');
    expect(await refused('admission', 'decide', NUMBER, '--admit', '--reason', '好')).toContain('还没有审核');
    await ok('admission', 'return', NUMBER, '--reason', '补经费');
    await ok('admission', 'amend', NUMBER, '--set', '经费保障=每个社区每年5000元');
    expect(await ok('admission', 'show', NUMBER, '--json')).toContain('5000');
    expect(await refused('admission', 'decide', NUMBER, '--reason', '好')).toContain('--admit 或 --reject');
  });

  it('reads without making a store', async () => {
    expect(await refused('admission', 'list')).toContain('QD-STORAGE');
    expect(existsSync(inFolder('data'))).toBe(false);
    expect(await ok('admission', 'process', '--region', '西城区')).toContain('至少提前30个工作日');
    await ok('admission', 'form', '--region', '西城区', '--out', inFolder('空白.docx'));
  });
});
