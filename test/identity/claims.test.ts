import { describe, expect, it } from 'vitest';
import { personOf } from '#identity/claims.js';
import { identitySettingsSchema } from '#identity/settings.js';

const settings = identitySettingsSchema.parse({
  issuer: 'https://sso.example.gov.cn',
  clientId: 'qingdan',
  publicUrl: 'https://qd.example.gov.cn',
  claims: { role: 'realm_access.roles', region: 'org', department: 'unit' },
  roles: [
    { value: '书记', role: 'secretary' },
    { value: '社工', role: 'worker' },
    { value: '部门', role: 'county-department' },
  ],
  regions: [{ value: '珊瑚社区', region: '500108001001' }],
});
const WANG = { preferred_username: '王 芳', realm_access: { roles: ['社工', '书记'] }, org: '珊瑚社区' };
const person = (claims: object) => personOf('7', { ...WANG, ...claims }, settings);

describe('claims of another service', () => {
  it('become a role, a region and a name as the settings say, the role by the order of the settings', () => {
    expect(person({})).toMatchObject({
      name: '王芳',
      role: 'secretary',
      region: '500108001001',
      department: null,
    });
  });

  it('give a region by its code too, from a list or a number', () => {
    expect(person({ org: ['没有这个', '500108'] }).region).toBe('500108');
    expect(person({ org: 500112 }).region).toBe('500112');
  });

  it('are read where a claim has the whole path as its name', () => {
    expect(person({ 'realm_access.roles': '社工' }).role).toBe('worker');
  });

  it.each([
    ['a role that is named elsewhere only', { realm_access: { roles: ['admin'] } }, 'oidc.roles'],
    ['no role', { realm_access: null }, 'oidc.roles'],
    ['a region that nobody named', { org: '别的社区' }, 'oidc.regions'],
    [
      'a department’s user without a department',
      { realm_access: { roles: ['部门'] } },
      'oidc.claims.department',
    ],
  ])('are refused with the setting that would mend it: %s', (_what, claims, setting) => {
    expect(() => person(claims)).toThrow(
      expect.objectContaining({ code: 'QD-LOGIN', message: expect.stringContaining(setting) }),
    );
  });

  it('tell subjects of two services apart, and know the same one again', () => {
    const other = { ...settings, issuer: 'https://other.example.gov.cn' };
    expect(person({}).identity).toBe(person({ preferred_username: '别名' }).identity);
    expect(personOf('7', WANG, other).identity).not.toBe(person({}).identity);
  });

  it('make a name where none is given', () => {
    expect(person({ preferred_username: undefined }).name).toMatch(/^用户[0-9a-f]{8}$/);
  });
});

describe('the settings', () => {
  it('take plain http of this computer alone, and want a role at least', () => {
    const with_ = (changes: object) => identitySettingsSchema.safeParse({ ...settings, ...changes }).success;
    expect(with_({ issuer: 'http://sso.example.gov.cn' })).toBe(false);
    expect(with_({ issuer: 'http://127.0.0.1:8080' })).toBe(true);
    expect(with_({ roles: [] })).toBe(false);
  });
});
