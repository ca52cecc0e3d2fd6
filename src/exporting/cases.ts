import { mayAll, mayAnywhere, requireMay } from '#access/actor.js';
import { CASE_STATES } from '#cases/index.js';
import type { ExportedRoom } from './room.js';

const PAGE = 500;

/** Cases without names, telephones and places: these stay in the office that has the case. */
export const cases: ExportedRoom = {
  name: 'cases',
  title: '一窗接件',
  columns: [
    ['number', '件号'],
    ['region', '区划代码'],
    ['kind', '种类：demand 诉求，paper 开证明'],
    ['class', '三事分流：government 大事，consult 小事，self 私事，空为待分流'],
    ['matter', '事项名称'],
    ['text', '诉求内容，个人信息已遮去'],
    ['state', `状态：${CASE_STATES.join('、')}`],
    ['office', '现在由谁办'],
    ['received_on', '接件日期'],
    ['due_on', '下一步的期限'],
    ['due_for', '下一步：move 流转，result 办出结果，reply 出件，visit 回访'],
  ],
  async *rows(storage, { from, to, region }, actor) {
    // Whoever may export none at all hears so, and isn't given an empty file.
    if (!mayAnywhere(actor, 'export', 'case')) requireMay(actor, 'export', 'case', actor);
    const exportable = mayAll(actor, 'export', 'case');
    for (let after: string | undefined; ; ) {
      const rows = await storage.cases.list({ from, to, region, limit: PAGE, after }, actor);
      for (const row of rows) {
        if (!exportable({ region: row.region })) continue;
        const { number, kind, matter, text, state, office, receivedOn, due } = row;
        yield [
          number,
          row.region,
          kind,
          row.class,
          matter,
          text,
          state,
          office,
          receivedOn,
          due?.day ?? null,
          due?.for ?? null,
        ];
      }
      const last = rows.at(-1);
      if (last === undefined || rows.length < PAGE) return;
      after = `${last.receivedOn} ${last.id}`;
    }
  },
};
