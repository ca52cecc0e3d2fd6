import type { Command } from 'commander';
import { readMatters } from '#app/matters.js';
import { matterNamed } from '#app/review-matters.js';
import { QingdanError, shown } from '#errors.js';
import {
  GROUP_STATE_NAMES,
  GROUP_STATES,
  type GroupState,
  PROPOSAL_STATES,
  type ProposalState,
  STATE_NAMES,
} from '#review/index.js';
import { table } from '#text/table.js';
import { AS_OPTION } from './actor.js';
import { print, printJson } from './output.js';
import { registerReviewDecide } from './review-decide.js';
import { atReview, isProposal, type OpenReview, reasonNamed } from './review-desk.js';
import { registerReviewKept } from './review-kept.js';
import { registerReviewPropose } from './review-propose.js';
import { aimLine, chinaTime, countsOf, proposalLines, questionLines } from './review-said.js';
import { wholeNumber } from './whole-number.js';

interface ListOptions {
  days: string;
  why?: string;
  state?: string;
  find?: string;
  limit: string;
  after?: string;
  json?: true;
  as?: string;
}

/** `qingdan review …`: from the questions that weren't answered to their right answers. */
export function registerReview(program: Command): void {
  const review = program
    .command('review')
    .description('未答问题：归成组，提问法或新事项，另一个人接受，马上生效');
  review
    .command('list')
    .description('列出没答上、反问过、被说不对的问题，像的归成一组，多的在前')
    .option('--days <天数>', '最近多少天', '90')
    .option('--why <原因>', '只看一种：不对、反问、清单未列、不在范围')
    .option('--state <状态>', '只看：待办、已提案')
    .option('--find <文字>', '只看问题里有这几个字的组')
    .option('--limit <组数>', '最多几组', '20')
    .option('--after <组>', '从这一组后面接着列')
    .option('--json', '输出 JSON')
    .option(...AS_OPTION)
    .action(list);
  review
    .command('show')
    .description('看一组未答问题和它最像的事项，或看一个提案')
    .argument('<组或提案>')
    .option('--days <天数>', '最近多少天', '90')
    .option('--json', '输出 JSON')
    .option(...AS_OPTION)
    .action(show);
  review
    .command('proposals')
    .description('列出提案，新的在前')
    .option('--state <状态>', `只看：${Object.values(STATE_NAMES).join('、')}`)
    .option('--limit <件数>', '最多几件', '50')
    .option('--json', '输出 JSON')
    .option(...AS_OPTION)
    .action(proposals);
  registerReviewPropose(review);
  registerReviewDecide(review);
  registerReviewKept(review);
}

async function list(options: ListOptions): Promise<void> {
  const { find, after } = options;
  const filter = {
    days: wholeNumber('--days', options.days),
    why: options.why === undefined ? undefined : reasonNamed(options.why),
    state: options.state === undefined ? undefined : groupState(options.state),
    find,
    after,
    limit: wholeNumber('--limit', options.limit),
  };
  const page = await atReview(options.as, ({ desk, actor }) => desk.groups(actor, filter));
  if (options.json) {
    printJson(page);
    return;
  }
  const { groups, total, more } = page;
  if (groups.length === 0) {
    print('没有要办的未答问题。');
    return;
  }
  const rows = groups.map((group) => [
    group.id,
    String(group.questions.length),
    GROUP_STATE_NAMES[group.state],
    countsOf(group),
    chinaTime(group.newest),
    cut(group.questions[0]?.text ?? ''),
  ]);
  print(table([['组', '个数', '状态', '其中', '最近一次', '最近的问法'], ...rows]));
  print(`共 ${total.groups} 组、${total.questions} 个问题${more ? '（只看了最近的 5000 个）' : ''}。`);
  print('看一组：qingdan review show 组；提案：qingdan review propose 组 --matter 事项编号');
}

const cut = (text: string): string => {
  const characters = [...text.replace(/\s+/g, ' ')];
  return characters.length > 40 ? `${characters.slice(0, 40).join('')}…` : characters.join('');
};

async function show(id: string, options: { days: string; json?: true; as?: string }): Promise<void> {
  await atReview(options.as, async ({ desk, actor, kb }) => {
    if (isProposal(id)) {
      const proposal = await desk.proposal(actor, id);
      if (options.json) printJson(proposal);
      else print(proposalLines(proposal, namesOf(kb)).join('\n'));
      return;
    }
    const found = await desk.group(actor, id, wholeNumber('--days', options.days));
    if (options.json) {
      printJson(found);
      return;
    }
    const { group, suggestions } = found;
    print(`组 ${group.id}　${group.questions.length} 个问题（${countsOf(group)}）`);
    print(questionLines(group.questions).join('\n'));
    if (group.proposals.length > 0) print(`已有提案：${group.proposals.join('、')}`);
    print('最像的事项：');
    const rows = suggestions.map(({ id: matter, name, share, is }) => [
      matter,
      name,
      `${Math.round(share * 100)}%`,
      is ?? '',
    ]);
    print(rows.length === 0 ? '  没有。' : table([['事项编号', '名称', '像的程度', '是什么'], ...rows]));
  });
}

async function proposals(options: {
  state?: string;
  limit: string;
  json?: true;
  as?: string;
}): Promise<void> {
  await atReview(options.as, async ({ desk, actor, kb }) => {
    const states = options.state === undefined ? undefined : [proposalState(options.state)];
    const found = await desk.proposals(actor, { states, limit: wholeNumber('--limit', options.limit) });
    if (options.json) {
      printJson(found);
      return;
    }
    const nameOf = namesOf(kb);
    const rows = found.map((one) => [
      one.id,
      STATE_NAMES[one.state],
      one.proposedBy.name,
      chinaTime(one.proposedAt),
      aimLine(one, nameOf),
    ]);
    print(rows.length === 0 ? '没有提案。' : table([['提案', '状态', '谁提的', '时间', '内容'], ...rows]));
  });
}

/** Names of matters for whoever reads; an id that no longer exists stays as it is. */
function namesOf(kb: OpenReview['kb']): (id: string) => string {
  const shipped = readMatters();
  return (id) => matterNamed(kb, shipped, id)?.name ?? id;
}

function groupState(word: string): GroupState {
  const found = GROUP_STATES.find((state) => state === word || GROUP_STATE_NAMES[state] === word);
  if (found !== undefined) return found;
  throw new QingdanError('QD-INPUT', `选项 --state 的值「${shown(word)}」不对，请写 待办、已提案`);
}

function proposalState(word: string): ProposalState {
  const found = PROPOSAL_STATES.find((state) => state === word || STATE_NAMES[state] === word);
  if (found !== undefined) return found;
  const words = Object.values(STATE_NAMES).join('、');
  throw new QingdanError('QD-INPUT', `选项 --state 的值「${shown(word)}」不对，请写 ${words}`);
}
