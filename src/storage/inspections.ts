import type { Kysely, Transaction } from 'kysely';
import { may, mayAll, requireMay } from '#access/actor.js';
import { isRegionCode, significant } from '#access/region-code.js';
import type { Actor } from '#access/roles.js';
import { QingdanError, shown } from '#errors.js';
import { applyToCampaign, type Campaign, type CampaignEvent, type Unfinished } from '#inspection/campaign.js';
import { checkedText } from '#inspection/finding.js';
import type { Inspection } from '#inspection/overview.js';
import type { Appender } from './audit-log.js';
import type { Access } from './group-commit.js';
import { keptCampaign, keptSheet } from './inspection-kept.js';
import { keepPhoto, photoBy } from './inspection-photos.js';
import type { Inspections } from './inspection-port.js';
import * as tables from './inspection-table.js';
import {
  inspectionLog,
  inspectionWork,
  lockedCampaign,
  underWay,
  unknownCampaign,
} from './inspection-work.js';
import { checkLimit } from './page.js';
import type { Tables } from './schema.js';

/** Communities of a campaign: a district has some hundreds; a city of 11,000 is inspected district by district. */
const MOST_SHEETS = 2000;

export function createInspections(access: Access, append: Appender): Inspections {
  const log = inspectionLog(append);
  return {
    ...inspectionWork(access, log),
    async begin(actor, draft, sheets, act) {
      checkBegin(actor, draft, sheets.length);
      return access.write(async (trx) => {
        const campaign = await newCampaign(trx, draft);
        for (const sheet of sheets)
          await tables.keepSheet(trx, keptSheet({ ...sheet, campaign: campaign.id }));
        const { id, title } = campaign;
        await log(trx, actor, act, 'inspection-begun', id, { title, communities: sheets.length });
        return campaign;
      });
    },
    read: (actor, id) => access.read(async (db) => seenBy(actor, await wholeOf(db, id))),
    async list(actor, region, limit) {
      requireMay(actor, 'read', 'inspection', { region });
      return access.read((db) => tables.campaignsIn(db, region, checkLimit(limit)));
    },
    change: (actor, id, event, act) =>
      access.write(async (trx) => {
        const campaign = await lockedCampaign(trx, id);
        requireMay(actor, 'decide', 'inspection', { region: campaign.region });
        const unfinished = await unfinishedOf(trx, id, event);
        const changed = applyToCampaign(campaign, event, { day: act.day, by: actor.name, unfinished });
        const kept = keptCampaign(changed);
        await tables.keepCampaign(trx, kept);
        const { state, selfCheckBy, closed } = kept;
        await log(trx, actor, act, `inspection-${event.type}`, id, { state, selfCheckBy, closed });
        return kept;
      }),
    async keepPhoto(actor, id, region, file) {
      if (!may(actor, 'create', 'inspection', { region }))
        requireMay(actor, 'change', 'inspection', { region });
      return access.write(async (trx) => {
        await underWay(trx, id);
        return keepPhoto(trx, region, file);
      });
    },
    async photo(actor, hash) {
      const { region, ...photo } = await access.read((db) => photoBy(db, hash));
      requireMay(actor, 'read', 'inspection', { region });
      return photo;
    },
  };
}

type NewCampaign = Pick<Campaign, 'title' | 'region' | 'begun' | 'selfCheckBy'>;

async function newCampaign(trx: Transaction<Tables>, draft: NewCampaign): Promise<Campaign> {
  const year = draft.begun.slice(0, 4);
  const running = await tables.nextCampaign(trx, draft.region, year);
  const campaign = keptCampaign({
    ...draft,
    id: `inspection-${significant(draft.region) || '0'}-${year}-${running}`,
    number: `督察〔${year}〕${running}号`,
    state: 'self-check',
    closed: null,
  });
  await tables.addCampaign(trx, campaign, running);
  return campaign;
}

/** @throws QingdanError QD-FORBIDDEN, QD-INPUT, QD-REGION */
function checkBegin(actor: Actor, { title, region, begun, selfCheckBy }: NewCampaign, sheets: number): void {
  if (!isRegionCode(region)) throw new QingdanError('QD-REGION', `区划代码「${shown(region)}」不对`);
  requireMay(actor, 'create', 'inspection', { region });
  checkedText('督察的名称', title);
  if (selfCheckBy < begun) {
    throw new QingdanError('QD-INPUT', `自查期限 ${selfCheckBy} 早于开始日期 ${begun}`);
  }
  if (sheets > MOST_SHEETS) {
    throw new QingdanError('QD-INPUT', `一次督察最多 ${MOST_SHEETS} 个社区，这里有 ${sheets} 个`);
  }
}

/** Counted only where it matters: closing. */
async function unfinishedOf(
  trx: Transaction<Tables>,
  id: string,
  { type }: CampaignEvent,
): Promise<Unfinished> {
  if (type !== 'close') return { findings: 0, sheets: 0 };
  const findings = (await tables.findingsOf(trx, id)).filter(({ state }) => state !== 'closed').length;
  const sheets = (await tables.sheetsOf(trx, id)).filter(({ state }) => state !== 'submitted').length;
  return { findings, sheets };
}

async function wholeOf(db: Kysely<Tables>, id: string): Promise<Inspection> {
  const campaign = await tables.campaignById(db, id);
  if (campaign === null) throw unknownCampaign(id);
  return { campaign, sheets: await tables.sheetsOf(db, id), findings: await tables.findingsOf(db, id) };
}

/** Whoever reads the campaign's region sees all; a community sees what is its own. @throws QingdanError QD-FORBIDDEN */
function seenBy(actor: Actor, { campaign, sheets, findings }: Inspection): Inspection {
  const mayRead = mayAll(actor, 'read', 'inspection');
  const seen = { campaign, sheets: sheets.filter(mayRead), findings: findings.filter(mayRead) };
  if (seen.sheets.length + seen.findings.length === 0) {
    requireMay(actor, 'read', 'inspection', { region: campaign.region });
  }
  return seen;
}
