import { type Actor, mayAll, mayAnywhere, requireMay } from '#access/actor.js';
import { within } from '#access/region-code.js';
import { matterOf, PROPOSAL_STATES, type Proposal } from '#review/index.js';
import type { ExportedRoom, Field } from './room.js';
import { dayOf, timesOf } from './times.js';

const PAGE = 500;

/** What was proposed for questions that weren't answered, and what became of it; without who proposed and decided. */
export const proposals: ExportedRoom = {
  name: 'proposals',
  title: '未答问题的提案',
  columns: [
    ['id', '提案编号'],
    ['region', '区划代码'],
    ['department', '部门'],
    ['aim', '提什么：wordings 已有事项的问法，matter 新事项'],
    ['matter', '事项编号'],
    ['matter_name', '新事项的名称'],
    ['wordings', '问法，一行一句'],
    ['questions', '要解决的问题有几个'],
    ['note', '说明'],
    ['proposed_on', '提出日期'],
    ['state', `状态：${PROPOSAL_STATES.join('、')}`],
    ['decided_on', '最近一次决定的日期'],
    ['reason', '理由'],
    ['tried_on', '最近一次试答的日期'],
    ['tried_changed', '试答时答复会变的有几个问题'],
    ['tried_worse', '其中原来对、会变错的'],
  ],
  async *rows(storage, range, actor) {
    const exportable = exportableBy(actor);
    const { from = '', to = '9' } = timesOf(range);
    const { region } = range;
    for (let after: string | undefined; ; ) {
      const page = await storage.reviews.list(actor, { limit: PAGE, after });
      for (const one of page) {
        const { department, proposedAt, proposedBy } = one;
        if (proposedAt < from || proposedAt >= to) continue;
        if (region !== undefined && !within(one.region, region)) continue;
        if (exportable({ region: one.region, department, owner: proposedBy.id })) yield rowOf(one);
      }
      const last = page.at(-1);
      if (last === undefined || page.length < PAGE) return;
      after = last.id;
    }
  },
};

function rowOf(proposal: Proposal): Field[] {
  const { id, region, department = null, aim, wordings, questions, note, trial, decidedAt } = proposal;
  const sets = trial === null ? [] : [trial.office, trial.shipped];
  const sum = (of: 'changed' | 'worse') =>
    trial === null ? null : sets.reduce((all, set) => all + set[of], 0);
  return [
    ...[id, region, department, aim.type, matterOf(proposal), aim.type === 'matter' ? aim.matter.name : null],
    ...[wordings.join('\n'), questions.length, note, dayOf(proposal.proposedAt), proposal.state],
    ...[decidedAt === null ? null : dayOf(decidedAt), proposal.reason],
    ...[trial === null ? null : dayOf(trial.at), sum('changed'), sum('worse')],
  ];
}

/** Questions that the office keeps with the answers they should have. */
export const keptQuestions: ExportedRoom = {
  name: 'kept-questions',
  title: '留存的问题',
  columns: [
    ['id', '编号'],
    ['place', '区划代码'],
    ['text', '问题，个人信息已遮去'],
    ['role', '谁在问'],
    ['region', '所问地区'],
    ['expected', '应有的结论，用顿号隔开'],
    ['row', '应依据的清单行'],
    ['note', '说明'],
    ['kept_on', '留存日期'],
  ],
  async *rows(storage, range, actor) {
    const exportable = exportableBy(actor);
    const { from = '', to = '9' } = timesOf(range);
    for (const {
      id,
      place,
      text,
      role,
      region,
      expected,
      row,
      note,
      keptAt,
    } of await storage.keptQuestions.list(actor)) {
      if (keptAt < from || keptAt >= to || !exportable({ region: place })) continue;
      if (range.region !== undefined && !within(place, range.region)) continue;
      yield [id, place, text, role, region, expected.join('、'), row, note, dayOf(keptAt)];
    }
  },
};

/** @throws QingdanError QD-FORBIDDEN for whoever may export none at all, who isn't given an empty file */
function exportableBy(actor: Actor) {
  if (!mayAnywhere(actor, 'export', 'review')) requireMay(actor, 'export', 'review', actor);
  return mayAll(actor, 'export', 'review');
}
