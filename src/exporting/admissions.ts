import { mayAll, mayAnywhere, requireMay } from '#access/actor.js';
import { KEPT_STATES } from '#admission/state.js';
import type { ExportedRoom } from './room.js';

const PAGE = 500;

/** Applications for admission with what was promised and decided; without their contacts. */
export const admissions: ExportedRoom = {
  name: 'admissions',
  title: '准入申请',
  columns: [
    ['id', '编号'],
    ['number', '准入号'],
    ['region', '区划代码'],
    ['region_name', '地区'],
    ['task', '事项名称'],
    ['department', '申请部门'],
    ['basis', '法律法规或政策依据'],
    ['scope', '实施范围'],
    ['funds', '经费保障'],
    ['funds_amount', '答应的经费，元/年'],
    ['staff', '人员保障'],
    ['power', '随事项下放的权限'],
    ['state', `状态：${KEPT_STATES.join('、')}`],
    ['submitted_on', '最近一次提交'],
    ['decided_on', '决定日期'],
    ['decided_by', '谁决定的'],
    ['decision_number', '决定文号'],
    ['from', '实施的第一天'],
    ['to', '实施的最后一天'],
    ['funds_received', '经费登记到位的次数'],
    ['staff_received', '人员登记到位的次数'],
  ],
  async *rows(storage, { from = '', to = '9', region }, actor) {
    // Whoever may export none at all hears so, and isn't given an empty file.
    if (!mayAnywhere(actor, 'export', 'admission')) requireMay(actor, 'export', 'admission', actor);
    const exportable = mayAll(actor, 'export', 'admission');
    for (let after: string | undefined; ; ) {
      const page = await storage.admissions.list(actor, { region, limit: PAGE, after });
      for (const one of page) {
        const { application, decision, receipts, owner, createdOn } = one;
        const { task, department, basis, scope, funds, staff, power } = application;
        if (createdOn < from || createdOn >= to) continue;
        if (!exportable({ region: one.region, department, owner })) continue;
        const received = (means: string) => receipts.filter((receipt) => receipt.means === means).length;
        yield [
          one.id,
          one.number,
          one.region,
          one.regionName,
          task ?? null,
          department ?? null,
          basis ?? null,
          scope ?? null,
          funds?.what ?? null,
          funds?.amount ?? null,
          staff?.what ?? null,
          power ?? null,
          one.state,
          one.submittedOn,
          decision?.on ?? null,
          decision?.by ?? null,
          decision?.number ?? null,
          decision?.from ?? null,
          decision?.to ?? null,
          received('funds'),
          received('staff'),
        ];
      }
      const last = page.at(-1);
      if (last === undefined || page.length < PAGE) return;
      after = last.id;
    }
  },
};
