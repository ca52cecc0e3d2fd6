import type { Command } from 'commander';
import { type Proposal, type ProposalEvent, STATE_NAMES } from '#review/index.js';
import { AS_OPTION, LOCAL_ADMIN } from './actor.js';
import { confirmed } from './confirmed.js';
import { print, printJson } from './output.js';
import { createProgressBar } from './progress-bar.js';
import { atReview, type OpenReview } from './review-desk.js';
import { trialLines } from './review-said.js';

interface Options {
  reason?: string;
  yes?: true;
  json?: true;
  as?: string;
}

/** `qingdan review run|accept|reject|withdraw|revoke`: what a proposal would change, and what becomes of it. */
export function registerReviewDecide(review: Command): void {
  const command = (name: string, description: string) =>
    review
      .command(name)
      .description(description)
      .argument('<提案>')
      .option('--json', '输出 JSON')
      .option(...AS_OPTION);
  command('run', '试答：用随程序发布的问题和本单位留存的问题，看接受以后哪些回答会变').action(
    async (id: string, { json, as }: Options) => {
      const { trial } = await atReview(as, (open) => tried(open, id));
      if (json) printJson(trial);
      else if (trial !== null) print(trialLines(trial).join('\n'));
    },
  );
  command('accept', '接受：先试答给您看，确认后马上生效；要由提案以外的另一个人办')
    .option('--reason <说明>', '为什么接受')
    .option('--yes', '确认接受，不再询问')
    .action(accept);
  command('reject', '退回一个提案')
    .requiredOption('--reason <原因>', '为什么退回')
    .action((id: string, { reason = '', ...options }: Options) =>
      done(id, { type: 'reject', reason }, options),
    );
  command('withdraw', '撤回自己的提案')
    .option('--reason <原因>', '为什么撤回')
    .action((id: string, { reason, ...options }: Options) => done(id, { type: 'withdraw', reason }, options));
  command('revoke', '撤销已经接受的提案，回答马上变回去')
    .requiredOption('--reason <原因>', '为什么撤销')
    .action((id: string, { reason = '', ...options }: Options) =>
      done(id, { type: 'revoke', reason }, options),
    );
}

async function accept(id: string, { reason, yes, json, as }: Options): Promise<void> {
  const accepted = await atReview(as, async (open) => {
    const { desk, actor } = open;
    const found = await desk.proposal(actor, id);
    const proposal = found.state === 'proposed' && !desk.isFresh(found) ? await tried(open, id) : found;
    if (!json && proposal.trial !== null) print(trialLines(proposal.trial).join('\n'));
    if (actor === LOCAL_ADMIN && !json)
      print('这里还没有建用户，提案和接受都是您一个人；建了用户以后，要由提案以外的另一个人接受。');
    if (!(yes || (await confirmed('接受吗？输入“是”或 yes 接受，其他取消：', json)))) return null;
    return desk.act(actor, id, { type: 'accept', reason });
  });
  if (accepted === null) {
    if (json) printJson({ accepted: false });
    else print('还没有接受，什么都没有改动；确认无误后加 --yes');
    process.exitCode = 1;
  } else said(accepted, json);
}

async function done(id: string, event: ProposalEvent, { json, as }: Options): Promise<void> {
  said(await atReview(as, ({ desk, actor }) => desk.act(actor, id, event)), json);
}

function said(proposal: Proposal, json: true | undefined): void {
  if (json) {
    printJson(proposal);
    return;
  }
  const { id, state } = proposal;
  const live = state === 'accepted' || state === 'revoked' ? '，马上生效（正在运行的服务几秒内跟上）' : '';
  print(`提案 ${id} ${STATE_NAMES[state]}${live}`);
}

async function tried({ desk, actor }: OpenReview, id: string): Promise<Proposal> {
  const bar = createProgressBar();
  try {
    return await desk.try(actor, id, ({ done, total }) => bar.update('正在试答', done, total));
  } finally {
    bar.end();
  }
}
