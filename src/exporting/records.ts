import { requireMay } from '#access/actor.js';
import type { Storage } from '#storage/ports.js';
import type { ExportedRoom } from './room.js';
import { timesOf } from './times.js';

const PAGE = 1000;
/** The whole country: what no region owns. */
const EVERYWHERE = { region: '000000' };

/** Questions as they were asked, without who asked. */
export const questions: ExportedRoom = {
  name: 'questions',
  title: '问答记录',
  columns: [
    ['id', '答复编号'],
    ['at', '时间，UTC'],
    ['channel', '渠道'],
    ['role', '身份'],
    ['region', '所问地区'],
    ['text', '问题，个人信息已遮去'],
    ['verdict', '结论'],
    ['band', '把握：answer 肯定，confirm 反问，abstain 存疑'],
    ['item_id', '依据的清单行'],
    ['catalogue_version', '清单版本'],
  ],
  async *rows(storage, range, actor) {
    requireMay(actor, 'export', 'audit', EVERYWHERE);
    for await (const one of pages((page) => storage.questions.list({ ...timesOf(range), ...page }))) {
      const { id, at, channel, role, region, text, verdict, band, itemId, catalogueVersion } = one;
      yield [id, at, channel, role, region, text, verdict, band, itemId, catalogueVersion];
    }
  },
};

/** Notices that were screened, without their text. */
export const screenings: ExportedRoom = {
  name: 'screenings',
  title: '研判记录',
  columns: [
    ['id', '研判编号'],
    ['at', '时间，UTC'],
    ['region', '地区'],
    ['title', '通知标题'],
    ['source', '文件名'],
    ['tasks', '任务项数'],
    ['catalogue_version', '清单版本'],
  ],
  async *rows(storage, range, actor) {
    requireMay(actor, 'export', 'audit', EVERYWHERE);
    for await (const one of pages((page) => storage.screenings.list({ ...timesOf(range), ...page }))) {
      yield [one.id, one.at, one.region, one.title, one.source, one.tasks, one.catalogueVersion];
    }
  },
};

/** The audit log, from which everything that was done can be told. */
export const audit: ExportedRoom = {
  name: 'audit',
  title: '变更记录',
  columns: [
    ['seq', '序号'],
    ['at', '时间，UTC'],
    ['actor', '谁'],
    ['action', '做了什么'],
    ['subject', '对象'],
    ['detail', '详情，JSON'],
    ['hash', '校验值'],
  ],
  async *rows(storage, range, actor) {
    requireMay(actor, 'export', 'audit', EVERYWHERE);
    const { from = '', to = '9' } = timesOf(range);
    for (let after = 0; ; ) {
      const rows = await storage.audit.list(after, PAGE);
      for (const { seq, at, actor: who, action, subject, detail, hash } of rows) {
        if (at >= from && at < to) yield [seq, at, who, action, subject, JSON.stringify(detail), hash];
      }
      const last = rows.at(-1);
      if (last === undefined || rows.length < PAGE) return;
      after = last.seq;
    }
  },
};

/** What the office has loaded, row by row. */
export const lists: ExportedRoom = {
  name: 'lists',
  title: '载入的清单',
  columns: [
    ['document', '文件编号'],
    ['title', '文件名称'],
    ['region', '地区'],
    ['list', '清单编号'],
    ['kind', '清单种类'],
    ['no', '序号'],
    ['name', '事项名称'],
    ['summary', '说明'],
    ['department', '责任部门'],
    ['effective_from', '起始'],
  ],
  async *rows(storage: Storage, _range, actor) {
    requireMay(actor, 'export', 'list', EVERYWHERE);
    for (const document of await storage.lists.current()) {
      for (const list of document.lists) {
        for (const item of list.items) {
          const { no, name, summary, department = null, kind = list.kind } = item;
          const from = item.effectiveFrom ?? document.effectiveFrom ?? null;
          yield [
            document.id,
            document.title,
            document.region,
            list.id,
            kind,
            no,
            name,
            summary,
            department,
            from,
          ];
        }
      }
    }
  },
};

/** Everything of a log, page by page, oldest first. */
async function* pages<Row extends { at: string; id: string }>(
  list: (page: { limit: number; after: { at: string; id: string } | undefined }) => Promise<Row[]>,
): AsyncGenerator<Row> {
  for (let after: { at: string; id: string } | undefined; ; ) {
    const rows = await list({ limit: PAGE, after });
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < PAGE) return;
    after = { at: last.at, id: last.id };
  }
}
