import { randomBytes, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { QingdanError } from '#errors.js';
import { createAccessTokens } from '#identity/access-tokens.js';
import { type Claims, identityOf, type OutsidePerson, personOf } from '#identity/claims.js';
import { openProvider } from '#identity/provider.js';
import type { IdentitySettings } from '#identity/settings.js';
import type { OutsideSignIn } from '#server/user-desk.js';
import type { Storage } from '#storage/ports.js';

const begunSchema = z.strictObject({ state: z.string(), nonce: z.string(), verifier: z.string() });
/** Who the audit log names for what the other service's claims change. */
const ACTOR = '统一身份认证';

/** Signing in at the other service of the settings, on the accounts of the store. */
export function createOutsideSignIn(
  settings: IdentitySettings,
  secret: string | null,
  { storage: { logins }, at }: { storage: Pick<Storage, 'logins'>; at(): string },
): OutsideSignIn {
  const provider = openProvider(settings, secret);
  const { audience } = settings;
  const tokens = audience === undefined ? null : createAccessTokens(provider, { ...settings, audience });
  const act = () => ({ at: at(), actor: ACTOR });
  /** Whoever has lost their role over there loses what they have here. */
  const read = async (subject: string, claims: Claims): Promise<OutsidePerson> => {
    try {
      return personOf(subject, claims, settings);
    } catch (error) {
      await logins.dismiss(identityOf(settings.issuer, subject), act());
      throw error;
    }
  };
  const accountOf = ({ identity, ...person }: OutsidePerson) => ({
    ...person,
    id: randomUUID(),
    outside: identity,
  });
  return {
    label: settings.label,
    async begin() {
      const { address, begun } = await provider.begin();
      return { address, kept: Buffer.from(JSON.stringify(begun)).toString('base64url') };
    },
    async finish(query, kept) {
      const { subject, claims } = await provider.finish(query, begunOf(kept));
      const account = accountOf(await read(subject, claims));
      return logins.vouched(account, randomBytes(32).toString('base64url'), act());
    },
    async actorOf(token) {
      const claims = (await tokens?.read(token)) ?? null;
      return claims === null ? null : logins.outside(accountOf(await read(claims.sub, claims)), act());
    },
  };
}

function begunOf(kept: string) {
  try {
    return begunSchema.parse(JSON.parse(Buffer.from(kept, 'base64url').toString('utf8')));
  } catch (cause) {
    throw new QingdanError('QD-LOGIN', '这次登录的记录不完整，请回到登录页再试一次', { cause });
  }
}

/**
 * The client's secret: of the environment, else of the file that the settings name; null for a public client.
 * @throws QingdanError QD-CONFIG
 */
export function clientSecret(
  { clientSecretFile }: Pick<IdentitySettings, 'clientSecretFile'>,
  environment: Readonly<Record<string, string | undefined>>,
): string | null {
  const { QINGDAN_OIDC_SECRET: given } = environment;
  if (given !== undefined && given !== '') return given;
  if (clientSecretFile === undefined) return null;
  try {
    const secret = readFileSync(clientSecretFile, 'utf8').trim();
    if (secret !== '') return secret;
  } catch (cause) {
    throw unreadable(clientSecretFile, '读不了', cause);
  }
  throw unreadable(clientSecretFile, '是空的');
}

const unreadable = (path: string, what: string, cause?: unknown) =>
  new QingdanError('QD-CONFIG', `配置 oidc.clientSecretFile：密钥文件 ${path} ${what}，请检查路径和权限`, {
    cause,
  });
