import type { Command } from 'commander';
import type { CaseEvent } from '#cases/index.js';
import type { TriageClass } from '#catalogue/matters/schema.js';
import { QingdanError, shown } from '#errors.js';
import { AS_OPTION } from './actor.js';
import { atWindow, type CaseOptions } from './case-counter.js';
import { caseLines } from './case-said.js';
import { print, printJson } from './output.js';
import { wholeNumber } from './whole-number.js';

type Options = CaseOptions &
  Partial<
    Record<
      | 'class'
      | 'reason'
      | 'to'
      | 'level'
      | 'with'
      | 'place'
      | 'note'
      | 'result'
      | 'text'
      | 'basis'
      | 'how'
      | 'days',
      string
    >
  > &
  Partial<Record<'agreed' | 'satisfied' | 'unsatisfied', true>>;

/** A step that takes a case's number and some options. */
interface Step {
  name: CaseEvent['type'];
  description: string;
  options: readonly (readonly [flags: string, description: string])[];
  event(options: Options): CaseEvent;
}

const REASON = ['--reason <理由>', '为什么'] as const;
const TO = ['--to <单位>', '交给哪个单位'] as const;
const LEVEL = ['--level <层级>', '街道 或 部门，默认街道'] as const;
const text = (what: string) => ['--text <内容>', what] as const;
const CLASSES: Readonly<Record<string, TriageClass>> = { 大事: 'government', 小事: 'consult', 私事: 'self' };

const STEPS: readonly Step[] = [
  {
    name: 'sort',
    description: '人工分流',
    options: [['--class <类别>', '大事、小事 或 私事'], REASON],
    event: (o) => ({
      type: 'sort',
      class: oneOf('--class', o.class, CLASSES),
      reason: given('--reason', o.reason),
    }),
  },
  {
    name: 'route',
    description: '流转给街道或部门',
    options: [TO, LEVEL],
    event: (o) => ({ type: 'route', to: given('--to', o.to), level: levelOf(o.level) }),
  },
  {
    name: 'return',
    description: '退回窗口（由接到流转的单位）',
    options: [REASON],
    event: (o) => ({ type: 'return', reason: given('--reason', o.reason) }),
  },
  {
    name: 'escalate',
    description: '提级给上级或别的单位',
    options: [TO, LEVEL, REASON],
    event: (o) => ({
      type: 'escalate',
      to: given('--to', o.to),
      level: levelOf(o.level),
      reason: given('--reason', o.reason),
    }),
  },
  {
    name: 'meet',
    description: '记一次协商（小事）',
    options: [
      ['--with <参加人>', '用顿号或逗号隔开'],
      ['--place <地点>', '在哪里'],
      ['--note <经过>', '谈了什么'],
      ['--result <结果>', '谈成什么样'],
      ['--agreed', '谈成了；不写就是没有谈成'],
    ],
    event: (o) => ({
      type: 'meet',
      participants: given('--with', o.with)
        .split(/[、,，;；]/u)
        .map((name) => name.trim())
        .filter((name) => name !== ''),
      place: o.place ?? null,
      note: given('--note', o.note),
      result: given('--result', o.result),
      agreed: o.agreed === true,
    }),
  },
  {
    name: 'guide',
    description: '引导自办（私事）',
    options: [text('告诉了什么')],
    event: (o) => ({ type: 'guide', text: given('--text', o.text) }),
  },
  {
    name: 'resolve',
    description: '报送办理结果',
    options: [text('怎么办的')],
    event: (o) => ({ type: 'resolve', text: given('--text', o.text) }),
  },
  {
    name: 'issue',
    description: '出具证明（社区书记）',
    options: [
      text('证明的内容，姓名和证件号在打印件上填'),
      ['--basis <依据>', '清单没有列可以出具时，依据的例外或规定'],
    ],
    event: (o) => ({ type: 'issue', text: given('--text', o.text), basis: o.basis ?? null }),
  },
  {
    name: 'refuse',
    description: '不予出具证明',
    options: [REASON],
    event: (o) => ({ type: 'refuse', reason: given('--reason', o.reason) }),
  },
  {
    name: 'reply',
    description: '出件：把结果答复给人',
    options: [text('怎么说的'), ['--how <方式>', '当面、电话、短信等']],
    event: (o) => ({ type: 'reply', text: given('--text', o.text), how: o.how ?? '当面' }),
  },
  {
    name: 'visit',
    description: '回访',
    options: [
      ['--satisfied', '满意，就此办结'],
      ['--unsatisfied', '不满意，重新办理'],
      ['--note <情况>', '对方怎么说'],
    ],
    event: (o) => {
      if ((o.satisfied === true) === (o.unsatisfied === true)) {
        throw new QingdanError('QD-USAGE', '回访请写 --satisfied 或 --unsatisfied 其中一个');
      }
      return { type: 'visit', satisfied: o.satisfied === true, note: given('--note', o.note) };
    },
  },
  {
    name: 'close',
    description: '不回访就办结',
    options: [REASON],
    event: (o) => ({ type: 'close', reason: given('--reason', o.reason) }),
  },
  {
    name: 'withdraw',
    description: '撤回',
    options: [REASON],
    event: (o) => ({ type: 'withdraw', reason: given('--reason', o.reason) }),
  },
  {
    name: 'extend',
    description: '延期，只能一次',
    options: [['--days <工作日>', '延几个工作日'], REASON],
    event: (o) => ({
      type: 'extend',
      days: wholeNumber('--days', given('--days', o.days)),
      reason: given('--reason', o.reason),
    }),
  },
];

/** `qingdan case route|reply|…`: what happens to a case. */
export function registerCaseSteps(cases: Command): void {
  for (const { name, description, options, event } of STEPS) {
    const command = cases
      .command(name)
      .description(description)
      .argument('<件号>', '如 诉〔2026〕0012号 或 2026-12');
    for (const [flags, what] of options) command.option(flags, what);
    command
      .option('--region <地区>', '几个社区有同样的件号时')
      .option(...AS_OPTION)
      .option('--json', '输出 JSON')
      .action(async (number: string, given: Options) => {
        const step = event(given);
        await atWindow(given, async ({ actor, storage, window, region }) => {
          const ref = { number, region: given.region === undefined ? undefined : region() };
          const found = await storage.cases.find(ref, actor);
          const moment = window.moment(found.region);
          const changed = await storage.cases.change({ number, region: found.region }, step, moment, actor);
          if (given.json) printJson(changed);
          else print(caseLines(changed).join('\n'));
        });
      });
  }
}

function given(option: string, value: string | undefined): string {
  if (value !== undefined && value.trim() !== '') return value;
  throw new QingdanError('QD-USAGE', `缺少选项「${option}」`);
}

function oneOf<T>(option: string, value: string | undefined, values: Readonly<Record<string, T>>): T {
  const found = values[given(option, value)];
  if (found !== undefined) return found;
  throw new QingdanError(
    'QD-INPUT',
    `选项 ${option} 的值「${shown(value ?? '')}」不对，请用 ${Object.keys(values).join('、')}`,
  );
}

const levelOf = (value: string | undefined) =>
  value === undefined ? 'street' : oneOf('--level', value, { 街道: 'street', 部门: 'department' } as const);
