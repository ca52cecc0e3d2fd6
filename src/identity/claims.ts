import { createHash } from 'node:crypto';
import { isRegionCode } from '#access/region-code.js';
import type { Role } from '#access/roles.js';
import { QingdanError } from '#errors.js';
import type { IdentitySettings } from './settings.js';

/** What a service says of somebody: the claims of a token. */
export type Claims = Readonly<Record<string, unknown>>;

/** Somebody whom another service vouches for, in this project's words. */
export interface OutsidePerson {
  /** SHA-256 over issuer and subject, in hex: stable, and the same for nobody else (OpenID Connect Core, 5.7). */
  identity: string;
  /** A name that an account may have. */
  name: string;
  role: Role;
  region: string;
  department: string | null;
}

type Mapping = Pick<IdentitySettings, 'issuer' | 'claims' | 'roles' | 'regions'>;
/** As many as an account's name has, less what tells two of the same name apart. */
const LONGEST_NAME = 30;

/** The identity of a subject of an issuer. */
export const identityOf = (issuer: string, subject: string): string =>
  createHash('sha256')
    .update(JSON.stringify([issuer, subject]))
    .digest('hex');

/**
 * Reads role, region and department off claims. Roles are those of the settings alone: a group that is called `admin`
 * elsewhere is nothing here until the settings say so.
 * @throws QingdanError QD-LOGIN which says what lacks, and in which setting it is put right
 */
export function personOf(
  subject: string,
  claims: Claims,
  { issuer, claims: named, roles, regions }: Mapping,
): OutsidePerson {
  const values = textsOf(claims, named.role);
  const role = roles.find(({ value }) => values.includes(value))?.role;
  if (role === undefined) {
    throw lacking(`「${named.role}」没有一项在这里有对应的角色`, 'oidc.roles 或 oidc.claims.role');
  }
  const places = textsOf(claims, named.region);
  const region = regions.find(({ value }) => places.includes(value))?.region ?? places.find(isRegionCode);
  if (region === undefined) {
    throw lacking(`「${named.region}」没有一项对应这里的地区`, 'oidc.regions 或 oidc.claims.region');
  }
  const [department = null] = textsOf(claims, named.department);
  if (role === 'county-department' && department === null) {
    throw lacking(`「${named.department}」没有说明是哪个部门`, 'oidc.claims.department');
  }
  const identity = identityOf(issuer, subject);
  const [given = ''] = textsOf(claims, named.name);
  const name = [...given.replace(/[\p{C}\p{Z}]/gu, '')].slice(0, LONGEST_NAME).join('');
  return { identity, name: name === '' ? `用户${identity.slice(0, 8)}` : name, role, region, department };
}

/** The texts of a claim: one, or those of a list; a path leads into objects, where no claim has the whole of it as its name. */
function textsOf(claims: Claims, path: string): string[] {
  const whole = Object.hasOwn(claims, path) ? claims[path] : path.split('.').reduce<unknown>(inner, claims);
  return [whole].flat().flatMap((value) => {
    if (typeof value === 'number') return [String(value)];
    return typeof value === 'string' && value.trim() !== '' ? [value.trim()] : [];
  });
}

const inner = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Record<string, unknown>)[key]
    : undefined;

const lacking = (what: string, setting: string) =>
  new QingdanError(
    'QD-LOGIN',
    `统一身份认证给的${what}，还不能登录，请管理员核对那里的账号，或者配置里的 ${setting}`,
  );
