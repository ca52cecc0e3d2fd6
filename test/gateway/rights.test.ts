/**
 * Every role at every level through the API, on rows of one community, county and department: what must not be seen
 * isn't in any reply, what may not be done is refused. What is expected comes from the table of rights alone.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { may } from '#access/actor.js';
import { type Action, type Actor, type Place, ROLES, type Subject } from '#access/roles.js';
import { APPLICATION } from '../admission/examples.js';
import { document } from '../storage/support/records.js';
import { AT, DEPARTMENT, type Office, openOffice, TODAY } from './support/office.js';

const COMMUNITY = '500112001001';
const COUNTY = '500112';
const ROOT: Actor = { id: 'root', name: '本机', role: 'admin', region: '000000' };
/** From the country down to the community, and beside it: another community and county. */
const LEVELS = ['000000', '500000', COUNTY, '500112001', COMMUNITY, '500112001002', '500108'];
const ACTORS: readonly Actor[] = ROLES.flatMap((role) =>
  LEVELS.flatMap((region) =>
    (role === 'county-department' ? [DEPARTMENT, '别的局'] : [undefined]).map((department): Actor => {
      const id = `${role}-${region}${department === '别的局' ? '-other' : ''}`;
      return { id, name: id, role, region, ...(department === undefined ? {} : { department }) };
    }),
  ),
);
/** Words that stand in the rows and nowhere else. */
const SECRET = '彩虹灯笼展';

interface Rows {
  here: string;
  routed: string;
  admission: string;
  entry: string;
  form: string;
  campaign: string;
  target: string;
}

/** One request with what the table has to say to it: any of the places will do. */
interface Asked {
  name: string;
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  url(rows: Rows): string;
  payload?: (actor: Actor) => object;
  right: readonly [Action, Subject];
  places(actor: Actor): readonly Place[];
  /** A further right that is needed at the same places. */
  and?: readonly [Action, Subject];
}

const at = (place: Place) => () => [place];
const HERE: Place = { region: COMMUNITY };
const THERE: Place = { region: COMMUNITY, department: DEPARTMENT };
const EVERYWHERE: Place = { region: '000000' };
const APPLIED: Place = { region: COUNTY, department: DEPARTMENT, owner: 'root' };
const caseAt = (number: string, rest = '') =>
  `/cases/${encodeURIComponent(number)}${rest}?region=${COMMUNITY}`;
const entry = (demander: string) => ({
  region: COMMUNITY,
  place: '',
  values: { day: TODAY, paper: SECRET, demander, outcome: '不予出具' },
});

const REQUESTS: readonly Asked[] = [
  {
    name: 'reads a case',
    method: 'GET',
    url: ({ here }) => caseAt(here),
    right: ['read', 'case'],
    places: at(HERE),
  },
  {
    name: 'reads a department’s case',
    method: 'GET',
    url: ({ routed }) => caseAt(routed),
    right: ['read', 'case'],
    places: at(THERE),
  },
  {
    name: 'prints a receipt',
    method: 'GET',
    url: ({ here }) => caseAt(here, `/papers/${encodeURIComponent('回执')}`).replace('?', '?format=txt&'),
    right: ['read', 'case'],
    places: at(HERE),
  },
  {
    name: 'opens a case',
    method: 'POST',
    url: () => '/cases',
    payload: () => ({ text: `${SECRET}又坏了`, kind: 'demand', region: COMMUNITY }),
    right: ['create', 'case'],
    places: at(HERE),
  },
  // A step that the state doesn't allow has passed the rights, and changes nothing.
  {
    name: 'works on a case',
    method: 'POST',
    url: ({ here }) => caseAt(here, '/events'),
    payload: () => ({ type: 'resolve', text: '办了' }),
    right: ['change', 'case'],
    and: ['read', 'case'],
    places: at(HERE),
  },
  {
    name: 'issues a paper',
    method: 'POST',
    url: ({ here }) => caseAt(here, '/events'),
    payload: () => ({ type: 'issue', text: '兹证明' }),
    right: ['decide', 'case'],
    and: ['read', 'case'],
    places: at(HERE),
  },
  {
    name: 'reads an application',
    method: 'GET',
    url: ({ admission }) => `/admissions/${admission}`,
    right: ['read', 'admission'],
    places: at(APPLIED),
  },
  {
    name: 'reads its history',
    method: 'GET',
    url: ({ admission }) => `/admissions/${admission}/history`,
    right: ['read', 'admission'],
    places: at(APPLIED),
  },
  {
    name: 'applies',
    method: 'POST',
    url: () => '/admissions',
    payload: () => ({ region: '渝北', application: { task: SECRET, department: DEPARTMENT } }),
    right: ['create', 'admission'],
    places: ({ id }) => [{ ...APPLIED, owner: id }],
  },
  {
    name: 'revokes an application',
    method: 'POST',
    url: ({ admission }) => `/admissions/${admission}/events`,
    payload: () => ({ type: 'revoke', reason: '不办了' }),
    right: ['decide', 'admission'],
    and: ['read', 'admission'],
    places: at(APPLIED),
  },
  {
    name: 'reads an entry',
    method: 'GET',
    url: ({ entry: id }) => `/registers/seal/entries/${id}`,
    right: ['read', 'register'],
    places: at(HERE),
  },
  {
    name: 'reads a form of its department',
    method: 'GET',
    url: ({ form }) => `/registers/forms/entries/${form}`,
    right: ['read', 'register'],
    places: at(THERE),
  },
  {
    name: 'keeps a register',
    method: 'POST',
    url: () => '/registers/seal/entries',
    payload: () => entry('某银行'),
    right: ['create', 'register'],
    places: at(HERE),
  },
  {
    name: 'ends an entry',
    method: 'POST',
    url: ({ entry: id }) => `/registers/seal/entries/${id}/events`,
    payload: () => ({ type: 'end', reason: '' }),
    right: ['change', 'register'],
    places: at(HERE),
  },
  {
    name: 'decides on a form',
    method: 'POST',
    url: ({ form }) => `/registers/forms/entries/${form}/events`,
    payload: () => ({ type: 'refuse', reason: '' }),
    right: ['decide', 'register'],
    places: at(THERE),
  },
  {
    name: 'reads an inspection',
    method: 'GET',
    url: ({ campaign }) => `/inspections/${campaign}`,
    right: ['read', 'inspection'],
    places: () => [HERE, { region: COUNTY }],
  },
  {
    name: 'closes an inspection',
    method: 'POST',
    url: ({ campaign }) => `/inspections/${campaign}/events`,
    payload: () => ({ type: 'close' }),
    right: ['decide', 'inspection'],
    places: at({ region: COUNTY }),
  },
  {
    name: 'answers a sheet',
    method: 'POST',
    url: ({ campaign }) => `/inspections/${campaign}/sheets/${COMMUNITY}/events`,
    payload: () => ({ type: 'answer', said: { none: '1' } }),
    right: ['change', 'inspection'],
    places: at(HERE),
  },
  // The days are the wrong way round: whoever may is told so, and nothing is reckoned.
  {
    name: 'looks back',
    method: 'GET',
    url: () => `/lookback?region=${COMMUNITY}&from=2026-12-31&to=2026-01-01`,
    right: ['create', 'lookback'],
    places: at(HERE),
  },
  {
    name: 'reads the log',
    method: 'GET',
    url: () => '/audit/entries',
    right: ['read', 'audit'],
    places: at(EVERYWHERE),
  },
  {
    name: 'reads what was asked',
    method: 'GET',
    url: () => '/audit/answers',
    right: ['read', 'audit'],
    places: at(EVERYWHERE),
  },
  {
    name: 'exports the log',
    method: 'GET',
    url: () => '/exports/audit',
    right: ['export', 'audit'],
    places: at(EVERYWHERE),
  },
  {
    name: 'adds a user',
    method: 'POST',
    url: () => '/users',
    payload: ({ id }) => ({ name: `来自${id}`, role: 'worker', region: COMMUNITY }),
    right: ['create', 'user'],
    places: at(HERE),
  },
  {
    name: 'makes a key for another',
    method: 'POST',
    url: ({ target }) => `/users/${target}/keys`,
    payload: () => ({ label: '试' }),
    right: ['create', 'key'],
    places: at({ ...HERE, owner: 'target' }),
  },
  {
    name: 'withdraws a county’s list',
    method: 'DELETE',
    url: () => `/documents/own-list?reason=x`,
    right: ['delete', 'list'],
    places: at({ region: COUNTY }),
  },
];

let office: Office;
let rows: Rows;
const tokens = new Map<string, string>();
beforeAll(async () => {
  office = await openOffice();
  rows = await filled(office);
  for (const [i, actor] of ACTORS.entries()) {
    const { id, name, role, region, department } = actor;
    await office.storage.accounts.add(
      ROOT,
      { id, name, role, region, department, passwordHash: null },
      { at: AT, actor: '本机' },
    );
    const secret = `${'k'.repeat(40)}${String(i).padStart(3, '0')}`;
    const key = await office.storage.logins.key(
      ROOT,
      { name, label: '试', days: 1, secret },
      { at: AT, actor: '本机' },
    );
    tokens.set(id, key.token);
  }
});
afterAll(() => office.close());

async function filled({ app, storage, tokenOf }: Office): Promise<Rows> {
  const as = async (user: string, method: 'POST', url: string, payload: object) => {
    const headers = {
      authorization: `Bearer ${user === 'root' ? await rootToken(storage) : await tokenOf(user)}`,
    };
    const response = await app.inject({ method, url: `/api/v1${url}`, payload, headers });
    expect(response.statusCode, `${url} ${response.payload}`).toBeLessThan(300);
    return response.json();
  };
  const demand = { text: `${SECRET}坏了`, kind: 'demand', region: COMMUNITY };
  const { number: here } = await as('root', 'POST', '/cases', demand);
  const { number: routed } = await as('root', 'POST', '/cases', demand);
  await as('root', 'POST', `/cases/${encodeURIComponent(routed)}/events`, {
    type: 'sort',
    class: 'government',
    reason: '公共照明',
  });
  await as('root', 'POST', `/cases/${encodeURIComponent(routed)}/events`, {
    type: 'route',
    to: DEPARTMENT,
    level: 'department',
  });
  const { id: admission } = await as('root', 'POST', '/admissions', {
    region: '渝北',
    application: { ...APPLICATION, task: SECRET, department: DEPARTMENT },
  });
  await as('root', 'POST', `/admissions/${admission}/events`, { type: 'submit' });
  const { id: entryId } = await as('root', 'POST', '/registers/seal/entries', entry('某银行'));
  const values = { day: TODAY, name: SECRET, demander: DEPARTMENT, frequency: '每月' };
  const { id: form } = await as('root', 'POST', '/registers/forms/entries', { region: COMMUNITY, values });
  const { id: campaign } = await as('root', 'POST', '/inspections', {
    title: SECRET,
    region: COUNTY,
    selfCheckBy: '2026-12-10',
    communities: [{ region: COMMUNITY, place: '示例社区' }],
  });
  await storage.accounts.add(
    ROOT,
    { id: 'target', name: 'target', role: 'worker', region: COMMUNITY, passwordHash: null },
    { at: AT, actor: '本机' },
  );
  const own = { ...document('own-list', ['示例事项']), region: '重庆市渝北区' };
  await storage.lists.publish([own], { at: AT, actor: '本机', source: '示例' });
  return { here, routed, admission, entry: entryId, form, campaign, target: 'target' };
}

/** Whoever runs the instance has a user of their own. */
async function rootToken({ accounts, logins }: Office['storage']): Promise<string> {
  const known = tokens.get('root');
  if (known !== undefined) return known;
  const act = { at: AT, actor: '本机' };
  await accounts.add(ROOT, { ...ROOT, passwordHash: null }, act);
  const { token } = await logins.key(
    ROOT,
    { name: ROOT.name, label: '试', days: 1, secret: 'r'.repeat(43) },
    act,
  );
  tokens.set('root', token);
  return token;
}

const ask = (actor: Actor, method: Asked['method'], url: string, payload?: object) =>
  office.app.inject({
    method,
    url: `/api/v1${url}`,
    headers: { authorization: `Bearer ${tokens.get(actor.id)}` },
    ...(payload === undefined ? {} : { payload }),
  });
const allows = (actor: Actor, [action, subject]: readonly [Action, Subject], places: readonly Place[]) =>
  places.some((place) => may(actor, action, subject, place));

describe(`${ACTORS.length} users of all roles and levels`, () => {
  it.each(REQUESTS)('$name only where the table of rights lets it', async (asked) => {
    for (const actor of ACTORS) {
      const places = asked.places(actor);
      const expected =
        allows(actor, asked.right, places) && (asked.and === undefined || allows(actor, asked.and, places));
      const { statusCode, payload } = await ask(actor, asked.method, asked.url(rows), asked.payload?.(actor));
      const refused = statusCode === 403 || statusCode === 404;
      expect(statusCode, `${actor.id}: ${payload.slice(0, 200)}`).not.toBe(500);
      if (!expected) expect(payload, actor.id).not.toContain(SECRET);
      expect(!refused, `${actor.id}: ${statusCode} ${payload.slice(0, 200)}`).toBe(expected);
    }
  });

  it.each([
    ['/cases?limit=200', 'case', ['read'], [HERE, THERE]],
    ['/admissions?limit=200', 'admission', ['read'], [APPLIED]],
    [`/registers/seal/entries?region=${COMMUNITY}`, 'register', ['read'], [HERE]],
    [`/registers/forms/entries?region=${COMMUNITY}`, 'register', ['read'], [THERE]],
    [`/registers/forms/summary?region=${COMMUNITY}`, 'register', ['read'], [THERE]],
    [`/inspections?region=${COUNTY}`, 'inspection', ['read'], [{ region: COUNTY }]],
    ['/exports/cases', 'case', ['read', 'export'], [HERE, THERE]],
  ] as const)('find in %s what they may read and nothing else', async (url, subject, actions, places) => {
    let seen = 0;
    for (const actor of ACTORS) {
      const { statusCode, payload } = await ask(actor, 'GET', url);
      expect(statusCode, actor.id).not.toBe(500);
      const reads = places.some((place) => actions.every((action) => may(actor, action, subject, place)));
      if (!reads) expect(payload, actor.id).not.toContain(SECRET);
      if (payload.includes(SECRET)) seen++;
      if (reads) expect(payload, actor.id).toContain(SECRET);
    }
    expect(seen).toBeGreaterThan(0);
  });

  it('see those users whom they may, and themselves', async () => {
    for (const actor of ACTORS) {
      const { items } = (await ask(actor, 'GET', '/users')).json() as {
        items: { id: string; region: string }[];
      };
      const expected = ACTORS.filter(({ id, region }) => may(actor, 'read', 'user', { region, owner: id }));
      const ids = new Set(ACTORS.map(({ id }) => id));
      const seen = items.map(({ id }) => id).filter((id) => ids.has(id));
      expect(seen.sort(), actor.id).toEqual(expected.map(({ id }) => id).sort());
      expect(JSON.stringify(items)).not.toMatch(/password|argon/u);
    }
  });
});
