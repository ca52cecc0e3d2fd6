import { mayAll } from '#access/actor.js';
import type { CaseStatistics } from '#cases/index.js';
import type { ExportedRoom } from './room.js';

/** The window's figures by month, as they were kept when the month was over. */
export const monthlyCases: ExportedRoom = {
  name: 'monthly-cases',
  title: '一窗接件月报',
  columns: [
    ['period', '月份'],
    ['region', '区划代码'],
    ['total', '接件'],
    ['closed', '办结和撤回'],
    ['overdue', '超期'],
    ['government', '大事'],
    ['consult', '小事'],
    ['self', '私事'],
    ['unsorted', '待分流'],
    ['issued', '出具证明'],
    ['refused', '不予出具'],
    ['visited', '回访'],
    ['satisfied', '满意'],
  ],
  async *rows(storage, { from = '', to = '9', region }, actor) {
    const exportable = mayAll(actor, 'export', 'case');
    for (const report of await storage.reports.list('cases')) {
      const inRange = report.period >= from.slice(0, 7) && report.period < to.slice(0, 7);
      if (!inRange || (region !== undefined && report.region !== region)) continue;
      if (!exportable({ region: report.region })) continue;
      const figures = report.body as CaseStatistics;
      const { total, closed, overdue, byClass, issued, refused, visited, satisfied } = figures;
      const { government, consult, self, unsorted } = byClass;
      yield [
        report.period,
        report.region,
        total,
        closed,
        overdue,
        government,
        consult,
        self,
        unsorted,
        issued,
        refused,
        visited,
        satisfied,
      ];
    }
  },
};
