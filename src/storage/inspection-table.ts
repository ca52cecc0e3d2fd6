import { type Kysely, sql } from 'kysely';
import { significant } from '#access/region-code.js';
import type { Campaign } from '#inspection/campaign.js';
import type { Finding } from '#inspection/finding.js';
import type { Sheet } from '#inspection/sheet.js';
import { withinRegion } from './register-table.js';
import type { Tables } from './schema.js';

export async function campaignById(db: Kysely<Tables>, id: string): Promise<Campaign | null> {
  const row = await db.selectFrom('inspection').select('body').where('id', '=', id).executeTakeFirst();
  return row === undefined ? null : (JSON.parse(row.body) as Campaign);
}

/** Keeps whoever else would change the campaign or anything of it waiting until this transaction ends. */
export async function lockCampaign(db: Kysely<Tables>, id: string): Promise<Campaign | null> {
  await db.updateTable('inspection').set({ id }).where('id', '=', id).execute();
  return campaignById(db, id);
}

/** Campaigns of a region and all within it, and those from above that ask a community of the region. */
export async function campaignsIn(db: Kysely<Tables>, region: string, limit: number): Promise<Campaign[]> {
  const rows = await db
    .selectFrom('inspection')
    .select('body')
    .where((eb) =>
      eb.or([
        withinRegion('reach', region),
        eb.exists(
          eb
            .selectFrom('inspection_sheet')
            .select('campaign')
            .whereRef('campaign', '=', 'inspection.id')
            .where(withinRegion('inspection_sheet.region', region)),
        ),
      ]),
    )
    .orderBy('begun', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ body }) => JSON.parse(body) as Campaign);
}

/** The next running number of campaigns of a region in a year. */
export async function nextCampaign(db: Kysely<Tables>, region: string, year: string): Promise<number> {
  const row = await db
    .selectFrom('inspection')
    .select(sql<number | null>`max(running)`.as('last'))
    .where('reach', '=', significant(region))
    .where('year', '=', year)
    .executeTakeFirst();
  return Number(row?.last ?? 0) + 1;
}

export async function addCampaign(db: Kysely<Tables>, campaign: Campaign, running: number): Promise<void> {
  const { id, region, state, begun } = campaign;
  const row = { id, reach: significant(region), year: begun.slice(0, 4), running, state, begun };
  await db
    .insertInto('inspection')
    .values({ ...row, body: JSON.stringify(campaign) })
    .execute();
}

export async function keepCampaign(db: Kysely<Tables>, campaign: Campaign): Promise<void> {
  const { id, state } = campaign;
  await db
    .updateTable('inspection')
    .set({ state, body: JSON.stringify(campaign) })
    .where('id', '=', id)
    .execute();
}

export async function sheetsOf(db: Kysely<Tables>, campaign: string): Promise<Sheet[]> {
  const rows = await db
    .selectFrom('inspection_sheet')
    .select('body')
    .where('campaign', '=', campaign)
    .orderBy('region')
    .execute();
  return rows.map(({ body }) => JSON.parse(body) as Sheet);
}

export async function sheetOf(db: Kysely<Tables>, campaign: string, region: string): Promise<Sheet | null> {
  const row = await db
    .selectFrom('inspection_sheet')
    .select('body')
    .where('campaign', '=', campaign)
    .where('region', '=', region)
    .executeTakeFirst();
  return row === undefined ? null : (JSON.parse(row.body) as Sheet);
}

export async function keepSheet(db: Kysely<Tables>, sheet: Sheet): Promise<void> {
  const { campaign, region, state } = sheet;
  const body = JSON.stringify(sheet);
  await db
    .insertInto('inspection_sheet')
    .values({ campaign, region, state, body })
    .onConflict((c) => c.columns(['campaign', 'region']).doUpdateSet({ state, body }))
    .execute();
}

export async function findingsOf(db: Kysely<Tables>, campaign: string): Promise<Finding[]> {
  const rows = await db
    .selectFrom('inspection_finding')
    .select('body')
    .where('campaign', '=', campaign)
    .orderBy('running')
    .execute();
  return rows.map(({ body }) => JSON.parse(body) as Finding);
}

export async function findingById(db: Kysely<Tables>, id: string): Promise<Finding | null> {
  const row = await db
    .selectFrom('inspection_finding')
    .select('body')
    .where('id', '=', id)
    .executeTakeFirst();
  return row === undefined ? null : (JSON.parse(row.body) as Finding);
}

/** The next running number of findings of a campaign. */
export async function nextFinding(db: Kysely<Tables>, campaign: string): Promise<number> {
  const row = await db
    .selectFrom('inspection_finding')
    .select(sql<number | null>`max(running)`.as('last'))
    .where('campaign', '=', campaign)
    .executeTakeFirst();
  return Number(row?.last ?? 0) + 1;
}

export async function addFinding(db: Kysely<Tables>, finding: Finding, running: number): Promise<void> {
  const { id, campaign, state, due } = finding;
  const row = { id, campaign, running, state, due, body: JSON.stringify(finding) };
  await db.insertInto('inspection_finding').values(row).execute();
}

export async function keepFinding(db: Kysely<Tables>, finding: Finding): Promise<void> {
  const { id, state, due } = finding;
  await db
    .updateTable('inspection_finding')
    .set({ state, due, body: JSON.stringify(finding) })
    .where('id', '=', id)
    .execute();
}
