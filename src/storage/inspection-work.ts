import type { Transaction } from 'kysely';
import { requireMay } from '#access/actor.js';
import { significant } from '#access/region-code.js';
import type { Action, Actor } from '#access/roles.js';
import { QingdanError, shown } from '#errors.js';
import type { Campaign } from '#inspection/campaign.js';
import {
  applyToFinding,
  checkedText,
  checkPhotos,
  type Finding,
  type FindingEventType,
} from '#inspection/finding.js';
import { applyToSheet, type SheetEventType } from '#inspection/sheet.js';
import { masked } from '#text/masked.js';
import type { Appender } from './audit-log.js';
import type { Access } from './group-commit.js';
import { keptFinding, keptSheet } from './inspection-kept.js';
import { checkKnown } from './inspection-photos.js';
import type { Inspections, Visit } from './inspection-port.js';
import * as tables from './inspection-table.js';
import type { RegisterAct } from './register-port.js';
import type { Tables } from './schema.js';

/** Findings of one visit. */
const MOST_FINDINGS = 100;
/** What an event needs: communities answer and put right, whoever inspects decides. */
const SHEET_ACTION: Readonly<Record<SheetEventType, Action>> = {
  answer: 'change',
  submit: 'change',
  return: 'decide',
};
const FINDING_ACTION: Readonly<Record<FindingEventType, Action>> = {
  rectify: 'change',
  recheck: 'decide',
  extend: 'decide',
};

/** Writes a row of the audit log for a change of an inspection. */
export type InspectionLog = (
  trx: Transaction<Tables>,
  actor: Actor,
  act: RegisterAct,
  action: string,
  subject: string,
  detail: object,
) => Promise<unknown>;

export function inspectionLog(append: Appender): InspectionLog {
  return (trx, { name }, { at, source }, action, subject, detail) =>
    append(trx, { at, actor: name, action, subject, detail: { ...detail, source } });
}

/** What is done in the communities while a campaign goes on. */
export function inspectionWork(
  access: Access,
  log: InspectionLog,
): Pick<Inspections, 'changeSheet' | 'visit' | 'changeFinding'> {
  return {
    changeSheet: (actor, id, region, event, act) =>
      access.write(async (trx) => {
        await underWay(trx, id);
        const sheet = await tables.sheetOf(trx, id, region);
        if (sheet === null) throw new QingdanError('QD-ID', `这次督察没有「${shown(region)}」的自查表`);
        requireMay(actor, SHEET_ACTION[event.type], 'inspection', { region });
        const kept = keptSheet(applyToSheet(sheet, event, { day: act.day, by: actor.name }));
        await tables.keepSheet(trx, kept);
        await log(trx, actor, act, `inspection-sheet-${event.type}`, `${id}/${region}`, masked(event));
        return kept;
      }),
    async visit(actor, id, visit, act) {
      checkVisit(actor, visit);
      return access.write(async (trx) => {
        checkOnSite(await underWay(trx, id), visit.region);
        const found: Finding[] = [];
        const first = await tables.nextFinding(trx, id);
        for (const [i, finding] of findingsOf(id, visit, first).entries()) {
          await checkKnown(trx, visit.region, finding.photos);
          const kept = keptFinding(finding);
          await tables.addFinding(trx, kept, first + i);
          const { region, text, due, photos } = kept;
          await log(trx, actor, act, 'inspection-found', kept.id, { region, text, due, photos });
          found.push(kept);
        }
        return found;
      });
    },
    changeFinding: (actor, id, event, act) =>
      access.write(async (trx) => {
        await underWay(trx, id.split('/')[0] ?? '');
        const finding = await tables.findingById(trx, id);
        if (finding === null) {
          throw new QingdanError('QD-ID', `没有问题「${shown(id)}」，请用 qingdan inspection show 查看`);
        }
        requireMay(actor, FINDING_ACTION[event.type], 'inspection', { region: finding.region });
        if (event.type === 'rectify') await checkKnown(trx, finding.region, event.proofs);
        const kept = keptFinding(applyToFinding(finding, event, { day: act.day, by: actor.name }));
        await tables.keepFinding(trx, kept);
        const { state, due, rectified, rechecks } = kept;
        const detail = { state, due, rectified, recheck: rechecks.at(-1) ?? null };
        await log(trx, actor, act, `inspection-${event.type}`, id, detail);
        return kept;
      }),
  };
}

/** The campaign, kept from others until the transaction ends. @throws QingdanError QD-ID */
export async function lockedCampaign(trx: Transaction<Tables>, id: string): Promise<Campaign> {
  const campaign = await tables.lockCampaign(trx, id);
  if (campaign === null) throw unknownCampaign(id);
  return campaign;
}

/** @throws QingdanError QD-ID, QD-STATE for a campaign that is closed */
export async function underWay(trx: Transaction<Tables>, id: string): Promise<Campaign> {
  const campaign = await lockedCampaign(trx, id);
  if (campaign.state !== 'closed') return campaign;
  throw new QingdanError('QD-STATE', `${campaign.number}已经办结，不能再改`);
}

export function unknownCampaign(id: string): QingdanError {
  return new QingdanError('QD-ID', `没有督察「${shown(id)}」，请用 qingdan inspection list 查看`);
}

/** @throws QingdanError QD-FORBIDDEN, QD-INPUT */
function checkVisit(actor: Actor, { region, day, findings }: Visit): void {
  requireMay(actor, 'create', 'inspection', { region });
  if (findings.length > MOST_FINDINGS) {
    throw new QingdanError('QD-INPUT', `一次最多记 ${MOST_FINDINGS} 个问题，这里有 ${findings.length} 个`);
  }
  for (const { text, due, photos } of findings) {
    checkedText('问题', text);
    checkPhotos(photos);
    if (due <= day) throw new QingdanError('QD-INPUT', `整改期限 ${due} 要晚于检查日期 ${day}`);
  }
}

/** @throws QingdanError QD-STATE, QD-INPUT */
function checkOnSite({ number, state, region }: Campaign, visited: string): void {
  if (state !== 'on-site') throw new QingdanError('QD-STATE', `${number}还在自查，要先开始明察暗访`);
  if (significant(visited).startsWith(significant(region))) return;
  throw new QingdanError('QD-INPUT', `「${shown(visited)}」不在这次督察的地区里`);
}

function findingsOf(campaign: string, visit: Visit, first: number): Finding[] {
  const { region, place, day, by, announced } = visit;
  return visit.findings.map(({ text, question, photos, due }, i) => ({
    id: `${campaign}/${first + i}`,
    campaign,
    region,
    place,
    state: 'open',
    visit: { day, by, announced },
    question,
    text: text.trim(),
    photos,
    due,
    rectified: null,
    rechecks: [],
  }));
}
