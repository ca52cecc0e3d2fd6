import { expect, it } from 'vitest';
import { may } from '#access/actor.js';
import { type Action, type Actor, ROLES } from '#access/roles.js';
import { readRegisterFacts } from '#app/register-facts.js';
import { prefilledSheet } from '#inspection/sheet.js';
import type { Inspections, Storage } from '#storage/ports.js';
import { actor, PLACES } from './support/actors.js';
import { onEveryStore } from './support/stores.js';

const ACT = { at: '2026-05-25T01:00:00.000Z', day: '2026-05-25', source: '命令行' };
const LEAD = actor('county-lead', PLACES.county);
const OWN = actor('secretary', PLACES.community);
const OTHER = actor('secretary', PLACES.otherCommunity);
const { selfCheck } = readRegisterFacts();
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);
const SAID = Object.fromEntries(selfCheck.questions.map(({ id }) => [id, '没有，联系人电话13800138000']));

async function begun({ inspections }: Storage, lead = LEAD, region: string = lead.region) {
  const sheets = [PLACES.community, PLACES.otherCommunity].map((code) =>
    prefilledSheet('', { region: code, place: '' }, selfCheck, []),
  );
  const draft = { title: '专项督察', region, begun: '2026-05-01', selfCheckBy: '2026-05-20' };
  return (await inspections.begin(lead, draft, sheets, ACT)).id;
}

const visited = (
  inspections: Inspections,
  who: Actor,
  id: string,
  region: string = PLACES.community,
  photos: string[] = [],
) =>
  inspections.visit(
    who,
    id,
    {
      region,
      place: '',
      day: '2026-05-25',
      by: '督察组',
      announced: false,
      findings: [{ text: '挂了5块', question: null, photos, due: '2026-06-10' }],
    },
    ACT,
  );

onEveryStore('inspections', (fresh) => {
  it('go from the self-check to their end, with every step in the audit log', async () => {
    const { storage, sql } = await fresh();
    const { inspections } = storage;
    const id = await begun(storage);
    expect(id).toBe('inspection-500108-2026-1');
    await inspections.changeSheet(OWN, id, PLACES.community, { type: 'answer', said: SAID }, ACT);
    await inspections.changeSheet(OWN, id, PLACES.community, { type: 'submit' }, ACT);
    await expect(visited(inspections, LEAD, id)).rejects.toMatchObject({ code: 'QD-STATE' });
    await inspections.change(LEAD, id, { type: 'start-visits' }, ACT);
    const photo = await inspections.keepPhoto(LEAD, id, PLACES.community, { name: '门口.png', bytes: PNG });
    const [finding] = await visited(inspections, LEAD, id, PLACES.community, [photo]);
    expect(finding?.id).toBe(`${id}/1`);
    await expect(inspections.change(LEAD, id, { type: 'close', note: '' }, ACT)).rejects.toThrow(
      '1 个问题没有销号',
    );
    const proof = await inspections.keepPhoto(OWN, id, PLACES.community, { name: '摘下.png', bytes: PNG });
    await inspections.changeFinding(
      OWN,
      finding?.id ?? '',
      { type: 'rectify', text: '摘下2块', proofs: [proof] },
      ACT,
    );
    await inspections.changeFinding(LEAD, finding?.id ?? '', { type: 'recheck', done: true, note: '' }, ACT);
    await expect(inspections.change(LEAD, id, { type: 'close', note: '' }, ACT)).rejects.toThrow(
      '1 个社区没有交自查表',
    );
    await inspections.change(LEAD, id, { type: 'close', note: '催交后仍未交，已约谈' }, ACT);
    await expect(
      inspections.changeSheet(OTHER, id, PLACES.otherCommunity, { type: 'submit' }, ACT),
    ).rejects.toMatchObject({ code: 'QD-STATE' });
    const rows = await storage.audit.list(0, 100);
    expect(rows.map(({ action }) => action)).toEqual([
      'inspection-begun',
      'inspection-sheet-answer',
      'inspection-sheet-submit',
      'inspection-start-visits',
      'inspection-found',
      'inspection-rectify',
      'inspection-recheck',
      'inspection-close',
    ]);
    expect((await storage.audit.verify()).findings).toEqual([]);
    expect(JSON.stringify([rows, await sql('select body from inspection_sheet')])).not.toContain(
      '13800138000',
    );
  });

  it('show a community what is its own and nothing of the others', async () => {
    const { storage } = await fresh();
    const { inspections } = storage;
    const id = await begun(storage);
    await inspections.change(LEAD, id, { type: 'start-visits' }, ACT);
    const photo = await inspections.keepPhoto(LEAD, id, PLACES.community, { name: '门口.png', bytes: PNG });
    await visited(inspections, LEAD, id, PLACES.community, [photo]);
    await visited(inspections, LEAD, id, PLACES.otherCommunity);
    const seen = await inspections.read(OWN, id);
    expect([...seen.sheets, ...seen.findings].map(({ region }) => region)).toEqual([
      PLACES.community,
      PLACES.community,
    ]);
    const listed = async (who: Actor) =>
      (await inspections.list(who, who.region, 10)).map((campaign) => campaign.id);
    expect(await listed(OWN)).toEqual([id]);
    expect(await listed(actor('street', PLACES.street))).toEqual([id]);
    expect(await listed(actor('street', PLACES.otherStreet))).toEqual([]);
    expect((await inspections.photo(OWN, photo)).bytes).toEqual(PNG);
    await expect(inspections.photo(OTHER, photo)).rejects.toMatchObject({ code: 'QD-FORBIDDEN' });
    await expect(inspections.read(actor('worker', PLACES.otherStreet), id)).rejects.toMatchObject({
      code: 'QD-FORBIDDEN',
    });
    await expect(inspections.read(actor('county-lead', PLACES.otherCounty), id)).rejects.toMatchObject({
      code: 'QD-FORBIDDEN',
    });
    expect((await inspections.read(actor('street', PLACES.street), id)).findings).toHaveLength(2);
  });

  it('take no photo of another community for a proof, and nothing that is none', async () => {
    const { storage } = await fresh();
    const { inspections } = storage;
    const id = await begun(storage);
    await inspections.change(LEAD, id, { type: 'start-visits' }, ACT);
    const photo = await inspections.keepPhoto(LEAD, id, PLACES.otherCommunity, {
      name: '门口.png',
      bytes: PNG,
    });
    await expect(visited(inspections, LEAD, id, PLACES.community, [photo])).rejects.toMatchObject({
      code: 'QD-ID',
    });
    await expect(
      inspections.keepPhoto(OWN, id, PLACES.community, { name: '门口.png', bytes: Buffer.from('text') }),
    ).rejects.toMatchObject({ code: 'QD-FILE-TYPE' });
    await expect(visited(inspections, LEAD, id, PLACES.otherCity)).rejects.toMatchObject({
      code: 'QD-FORBIDDEN',
    });
  });

  it('hold every step against the table of rights, role by role and level by level', async () => {
    const { storage } = await fresh();
    const { inspections } = storage;
    const admin = actor('admin', '000000');
    const id = await begun(storage, admin, PLACES.city);
    await inspections.change(admin, id, { type: 'start-visits' }, ACT);
    const wrong: string[] = [];
    for (const role of ROLES) {
      for (const region of Object.values(PLACES)) {
        const who = actor(role, region);
        const [finding] = await visited(inspections, admin, id);
        const steps: readonly [Action, string, () => Promise<unknown>][] = [
          ['create', PLACES.community, () => visited(inspections, who, id)],
          [
            'decide',
            PLACES.city,
            () => inspections.change(who, id, { type: 'extend', selfCheckBy: '2026-05-21' }, ACT),
          ],
          [
            'change',
            PLACES.community,
            () => inspections.changeSheet(who, id, PLACES.community, { type: 'answer', said: {} }, ACT),
          ],
          [
            'decide',
            PLACES.community,
            () =>
              inspections.changeFinding(who, finding?.id ?? '', { type: 'extend', due: '2026-06-30' }, ACT),
          ],
          [
            'change',
            PLACES.community,
            () =>
              inspections.changeFinding(
                who,
                finding?.id ?? '',
                { type: 'rectify', text: '改', proofs: [] },
                ACT,
              ),
          ],
        ];
        for (const [action, place, step] of steps) {
          const expected = may(who, action, 'inspection', { region: place });
          const got = await step().then(
            () => true,
            (error: { code?: string }) => error.code !== 'QD-FORBIDDEN',
          );
          if (got !== expected) wrong.push(`${role} ${region} ${action} ${place}: ${got}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });
});
