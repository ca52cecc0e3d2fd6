import { mayAll, mayAnywhere, requireMay } from '#access/actor.js';
import { within } from '#access/region-code.js';
import { FINDING_STATES } from '#inspection/finding.js';
import type { ExportedRoom } from './room.js';

/** Campaigns of a region taken at most: one or two a year. */
const MOST_CAMPAIGNS = 1000;

/** What inspections found, until it is put right. */
export const findings: ExportedRoom = {
  name: 'findings',
  title: '督察发现的问题',
  columns: [
    ['id', '编号'],
    ['campaign', '督察编号'],
    ['campaign_title', '督察名称'],
    ['region', '区划代码'],
    ['place', '社区（村）'],
    ['visited_on', '哪天看的'],
    ['announced', '方式：1 明察，0 暗访'],
    ['text', '问题'],
    ['due_on', '整改期限'],
    ['state', `状态：${FINDING_STATES.join('、')}`],
    ['rectified_on', '最近一次整改'],
    ['rectified', '怎么改的'],
    ['rechecks', '复查次数'],
    ['photos', '照片和证明的份数'],
  ],
  async *rows(storage, { from = '', to = '9', region = undefined }, actor) {
    if (!mayAnywhere(actor, 'export', 'inspection')) requireMay(actor, 'export', 'inspection', actor);
    const exportable = mayAll(actor, 'export', 'inspection');
    const asked = region ?? actor.region;
    const campaigns = await storage.inspections.list(actor, asked, MOST_CAMPAIGNS);
    for (const { id: campaignId, title } of campaigns) {
      const { findings: found } = await storage.inspections.read(actor, campaignId);
      for (const one of found) {
        const { id, campaign, place, visit, text, due, state, rectified, rechecks, photos } = one;
        if (visit.day < from || visit.day >= to || !within(one.region, asked)) continue;
        if (!exportable({ region: one.region })) continue;
        const papers = photos.length + (rectified?.proofs.length ?? 0);
        yield [
          ...[id, campaign, title, one.region, place, visit.day, visit.announced ? 1 : 0, text, due, state],
          ...[rectified?.day ?? null, rectified?.text ?? null, rechecks.length, papers],
        ];
      }
    }
  },
};
