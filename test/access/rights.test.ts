import { describe, expect, it } from 'vitest';
import { type Actor, may, mayAll, mayAnywhere, requireMay } from '#access/actor.js';
import { ACTIONS, type Action, type Place, ROLES, type Role, SUBJECTS, type Subject } from '#access/roles.js';

/** One region of each level, two of the lower ones. */
const PLACES = {
  country: '000000',
  city: '500000',
  county: '500108',
  otherCounty: '500112',
  street: '500108001',
  otherStreet: '500108002',
  community: '500108001001',
  otherCommunity: '500108001002',
  otherCity: '110000',
} as const;

/** Where each role of the table below stands. */
const ACTORS: Readonly<Record<Role, Actor>> = {
  worker: { id: 'w', name: '小王', role: 'worker', region: PLACES.community },
  secretary: { id: 's', name: '李书记', role: 'secretary', region: PLACES.community },
  street: { id: 't', name: '街道', role: 'street', region: PLACES.street },
  'county-lead': { id: 'l', name: '区民政局', role: 'county-lead', region: PLACES.county },
  'county-department': {
    id: 'd',
    name: '区城管局',
    role: 'county-department',
    region: PLACES.county,
    department: '区城管局',
  },
  city: { id: 'c', name: '市民政局', role: 'city', region: PLACES.city },
  admin: { id: 'a', name: '管理员', role: 'admin', region: PLACES.city },
  auditor: { id: 'u', name: '审计', role: 'auditor', region: PLACES.city },
};

/** Rows of nobody's and no department's: which levels each role reaches, written out by hand. */
const REACHED: readonly (readonly [Role, Subject, Action, readonly (keyof typeof PLACES)[]])[] = [
  ['worker', 'case', 'read', ['community']],
  ['worker', 'case', 'decide', []],
  ['worker', 'admission', 'read', ['country', 'city', 'county', 'street', 'community']],
  ['worker', 'admission', 'create', []],
  ['worker', 'list', 'change', []],
  ['worker', 'audit', 'read', []],
  ['secretary', 'case', 'decide', ['community']],
  ['secretary', 'register', 'delete', ['community']],
  ['secretary', 'lookback', 'create', ['community']],
  ['street', 'case', 'read', ['street', 'community', 'otherCommunity']],
  ['street', 'admission', 'decide', []],
  ['street', 'list', 'create', []],
  ['county-department', 'admission', 'create', []],
  ['county-department', 'case', 'read', []],
  ['county-lead', 'list', 'change', ['county']],
  ['county-lead', 'list', 'delete', ['county']],
  ['county-lead', 'admission', 'decide', ['county']],
  ['county-lead', 'case', 'read', ['county', 'street', 'otherStreet', 'community', 'otherCommunity']],
  ['county-lead', 'user', 'create', []],
  ['city', 'list', 'change', ['city']],
  ['city', 'case', 'read', []],
  [
    'city',
    'admission',
    'decide',
    ['city', 'county', 'otherCounty', 'street', 'otherStreet', 'community', 'otherCommunity'],
  ],
  [
    'admin',
    'user',
    'create',
    ['city', 'county', 'otherCounty', 'street', 'otherStreet', 'community', 'otherCommunity'],
  ],
  [
    'auditor',
    'case',
    'read',
    ['city', 'county', 'otherCounty', 'street', 'otherStreet', 'community', 'otherCommunity'],
  ],
  ['auditor', 'case', 'change', []],
];

const reached = (actor: Actor, action: Action, subject: Subject, more: Partial<Place> = {}) =>
  Object.entries(PLACES)
    .filter(([, region]) => may(actor, action, subject, { region, ...more }))
    .map(([name]) => name);

describe('the table of rights', () => {
  it.each(REACHED)('lets %s: %s %s reach exactly %j', (role, subject, action, places) => {
    expect(reached(ACTORS[role], action, subject)).toEqual(places);
  });

  it('lets everybody read every list, and nobody but the region’s own office, the admin apart, change one', () => {
    for (const role of ROLES) expect(reached(ACTORS[role], 'read', 'list')).toEqual(Object.keys(PLACES));
    const changing = ROLES.filter((role) => may(ACTORS[role], 'change', 'list', { region: PLACES.city }));
    expect(changing).toEqual(['city', 'admin']);
  });

  it('lets a department reach its own rows, in its region and within, and no other department’s', () => {
    const actor = ACTORS['county-department'];
    expect(reached(actor, 'change', 'admission', { department: '区城管局' })).toEqual([
      'county',
      'street',
      'otherStreet',
      'community',
      'otherCommunity',
    ]);
    expect(reached(actor, 'change', 'admission', { department: '区教委' })).toEqual([]);
  });

  it('lets an auditor change nothing but the own account', () => {
    for (const subject of SUBJECTS)
      for (const action of ['change', 'decide', 'delete'] as const) {
        if (subject === 'key') continue;
        expect(reached(ACTORS.auditor, action, subject), `${action} ${subject}`).toEqual([]);
      }
    expect(may(ACTORS.auditor, 'change', 'user', { region: PLACES.city, owner: 'u' })).toBe(true);
  });

  it('lets nobody reach a row whose region is no region', () => {
    for (const role of ROLES)
      for (const action of ACTIONS) {
        expect(may(ACTORS[role], action, 'case', { region: '' }), role).toBe(false);
        expect(may(ACTORS[role], action, 'case', { region: '重庆市' }), role).toBe(false);
      }
  });

  it('answers for many rows as for one', () => {
    const reads = mayAll(ACTORS.street, 'read', 'case');
    for (const region of Object.values(PLACES)) {
      expect(reads({ region })).toBe(may(ACTORS.street, 'read', 'case', { region }));
    }
    expect(mayAnywhere(ACTORS.worker, 'decide', 'case')).toBe(false);
    expect(mayAnywhere(ACTORS.worker, 'read', 'case')).toBe(true);
  });

  it('names who may not do what, and nothing of the row', () => {
    const refused = () =>
      requireMay(ACTORS.worker, 'read', 'case', { region: PLACES.otherCommunity, owner: '张三' });
    expect(refused).toThrow(expect.objectContaining({ code: 'QD-FORBIDDEN' }));
    expect(refused).toThrow('「小王」（社区工作者）不能查看这里的诉求');
    expect(refused).not.toThrow('张三');
  });
});
