import type { Command } from 'commander';
import { statusLines } from '#admission/said.js';
import type { AdmissionEvent } from '#admission/state.js';
import { QingdanError } from '#errors.js';
import type { StoredAdmission } from '#storage/ports.js';
import { AS_OPTION } from './actor.js';
import { atCounter } from './admission-counter.js';
import { applicationInput, collect } from './admission-input.js';
import { print, printJson } from './output.js';
import { wholeNumber } from './whole-number.js';

interface StepOptions {
  as?: string;
  json?: true;
  reason?: string;
  opinion?: string;
  agree?: true;
  disagree?: true;
  with?: string;
  admit?: true;
  reject?: true;
  number?: string;
  from?: string;
  to?: string;
  amount?: string;
  proof?: string;
  file?: string;
  set?: string[];
}

/** A step that takes the number of an application and some options. */
interface StepCommand {
  name: string;
  description: string;
  options: readonly (readonly [flags: string, description: string])[];
  event(options: StepOptions): AdmissionEvent | Promise<AdmissionEvent>;
}

const REASON = ['--reason <原因>', '为什么'] as const;
const OPINIONS = [
  ['--agree', '同意'],
  ['--disagree', '不同意'],
  ['--opinion <意见>', '意见'],
] as const;

const STEPS: readonly StepCommand[] = [
  {
    name: 'amend',
    description: '修改草稿，或补正退回的申请',
    options: [['--file <文件>', '填好的申请表']],
    event: async ({ file, set = [] }) => ({ type: 'amend', application: await applicationInput(file, set) }),
  },
  {
    name: 'submit',
    description: '提交；同时对照清单并核对依据',
    options: [],
    event: () => ({ type: 'submit' }),
  },
  {
    name: 'return',
    description: '退回补正',
    options: [REASON],
    event: ({ reason }) => ({ type: 'return', reason: given(reason, '--reason') }),
  },
  {
    name: 'review',
    description: '审核',
    options: OPINIONS,
    event: (options) => ({
      type: 'review',
      agrees: agrees(options),
      text: given(options.opinion, '--opinion'),
    }),
  },
  {
    name: 'meet',
    description: '记录会商',
    options: [...OPINIONS, ['--with <单位>', '参加会商的单位，用顿号隔开']],
    event: (options) => ({
      type: 'meet',
      agrees: agrees(options),
      text: given(options.opinion, '--opinion'),
      participants: (options.with ?? '').split(/[、，,]/u),
    }),
  },
  {
    name: 'decide',
    description: '决定准入或不予准入；准入的马上进入当地清单',
    options: [
      ['--admit', '准入'],
      ['--reject', '不予准入'],
      REASON,
      ['--number <文号>', '决定书的文号，默认用申请的编号'],
      ['--from <日期>', '从哪天起，默认按申请'],
      ['--to <日期>', '到哪天止，默认按申请'],
    ],
    event: ({ admit, reject, reason, number, from, to }) => ({
      type: 'decide',
      admit: either(admit, reject, '--admit 或 --reject'),
      reason: given(reason, '--reason'),
      number,
      from,
      to,
    }),
  },
  {
    name: 'withdraw',
    description: '决定之前撤回申请',
    options: [REASON],
    event: ({ reason }) => ({ type: 'withdraw', reason: given(reason, '--reason') }),
  },
  {
    name: 'revoke',
    description: '撤销已经准入的事项',
    options: [REASON, ['--from <日期>', '从哪天起不再实施，默认今天']],
    event: ({ reason, from }) => ({ type: 'revoke', reason: given(reason, '--reason'), from }),
  },
];

const MEANS: readonly StepCommand[] = (['funds', 'staff'] as const).map((means) => ({
  name: means === 'funds' ? 'paid' : 'staffed',
  description: means === 'funds' ? '登记经费到位' : '登记人员到位',
  options: [
    ...(means === 'funds' ? ([['--amount <元>', '到位多少元']] as const) : []),
    ['--proof <凭证>', '凭证或说明'],
  ],
  event: ({ amount, proof }) => ({
    type: 'receive',
    means,
    amount: amount === undefined ? undefined : wholeNumber('--amount', amount),
    proof: given(proof, '--proof'),
  }),
}));

/** The steps that an application goes through, a command each. */
export function registerAdmissionSteps(admission: Command): void {
  for (const { name, description, options, event } of [...STEPS, ...MEANS]) {
    const command = admission
      .command(name)
      .description(description)
      .argument('<编号>', '如 准入〔2026〕0001号');
    for (const [flags, words] of options) command.option(flags, words);
    if (name === 'amend') command.option('--set <栏目=内容>', '改一个栏目，可写多次', collect);
    command
      .option('--json', '输出 JSON')
      .option(...AS_OPTION)
      .action(async (number: string, given: StepOptions) => {
        const happened = await event(given);
        await atCounter(given.as, async ({ actor, desk, at, today }) => {
          const after = await desk.apply(actor, number, happened, at);
          if (given.json) printJson(after);
          else print(saidAfter(after, statusLines(after, desk.processOf(after), today)));
        });
      });
  }
}

/** Where an application has come to; with what was found, right after it was handed in. */
function saidAfter({ state, screening }: StoredAdmission, status: readonly string[]): string {
  const hint =
    state === 'submitted' && screening !== null ? ['对照清单的结果：qingdan admission show 编号'] : [];
  return [...status, ...hint].join('\n');
}

function given(value: string | undefined, option: string): string {
  if (value !== undefined) return value;
  throw new QingdanError('QD-USAGE', `缺少选项「${option}」，用 --help 查看用法`);
}

const agrees = ({ agree, disagree }: StepOptions) => either(agree, disagree, '--agree 或 --disagree');

function either(yes: true | undefined, no: true | undefined, options: string): boolean {
  if (yes !== no) return yes === true;
  throw new QingdanError('QD-USAGE', `请写 ${options} 中的一个`);
}
