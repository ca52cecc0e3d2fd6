import * as client from 'openid-client';
import { QingdanError } from '#errors.js';
import type { Claims } from './claims.js';
import type { IdentitySettings } from './settings.js';

/** Where the service sends people back to, below the public address. */
export const RETURN_PATH = '/sign-in/done';
/** Seconds for one call of the other service. */
const PATIENCE = 10;

/** What the browser keeps between the two halves of a sign-in. */
export interface Begun {
  state: string;
  nonce: string;
  verifier: string;
}

/** Another service where people sign in, by OpenID Connect: authorization code with PKCE (RFC 9700, 2.1.1). */
export interface IdentityProvider {
  /** Where the browser goes. @throws QingdanError QD-BUSY where the service can't be reached */
  begin(): Promise<{ address: string; begun: Begun }>;
  /** Who came back. @param query of the address that the browser came back to @throws QingdanError QD-LOGIN, QD-BUSY */
  finish(query: string, begun: Begun): Promise<{ subject: string; claims: Claims }>;
  /** Where its public keys are. @throws QingdanError QD-BUSY */
  keys(): Promise<URL>;
}

/** @param secret null for a public client */
export function openProvider(settings: IdentitySettings, secret: string | null): IdentityProvider {
  const { publicUrl, scopes, prompt } = settings;
  const redirect = new URL(RETURN_PATH, publicUrl);
  let known: Promise<client.Configuration> | undefined;
  /** Asked for at the first sign-in: this service starts while the other is down. What failed is asked for again. */
  const configuration = (): Promise<client.Configuration> => {
    known ??= discover(settings, secret).catch((error: unknown) => {
      known = undefined;
      throw error;
    });
    return known;
  };
  return {
    async begin() {
      const config = await attempt(configuration);
      const begun = {
        state: client.randomState(),
        nonce: client.randomNonce(),
        verifier: client.randomPKCECodeVerifier(),
      };
      const address = client.buildAuthorizationUrl(config, {
        redirect_uri: redirect.href,
        scope: scopes.join(' '),
        state: begun.state,
        nonce: begun.nonce,
        code_challenge: await client.calculatePKCECodeChallenge(begun.verifier),
        code_challenge_method: 'S256',
        ...(prompt === undefined ? {} : { prompt }),
      });
      return { address: address.href, begun };
    },
    async finish(query, { state, nonce, verifier }) {
      const current = new URL(redirect);
      current.search = query;
      return attempt(async () => {
        const config = await configuration();
        const tokens = await client.authorizationCodeGrant(config, current, {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: verifier,
          idTokenExpected: true,
        });
        const said = tokens.claims() as Claims & { sub: string };
        if (config.serverMetadata().userinfo_endpoint === undefined)
          return { subject: said.sub, claims: said };
        // Many services put no more than the subject into the token and give the rest to whoever asks.
        const more = await client.fetchUserInfo(config, tokens.access_token, said.sub);
        return { subject: said.sub, claims: { ...said, ...more } };
      });
    },
    async keys() {
      const config = await attempt(configuration);
      const { jwks_uri: keys } = config.serverMetadata();
      if (keys === undefined) throw new QingdanError('QD-CONFIG', '统一身份认证没有公布签名公钥（jwks_uri）');
      return new URL(keys);
    },
  };
}

function discover(settings: IdentitySettings, secret: string | null): Promise<client.Configuration> {
  const { issuer, clientId, algorithm } = settings;
  const metadata = { id_token_signed_response_alg: algorithm };
  const address = new URL(issuer);
  return client.discovery(
    address,
    clientId,
    metadata,
    secret === null ? client.None() : client.ClientSecretBasic(secret),
    {
      timeout: PATIENCE,
      // The settings take plain http of this computer alone.
      execute: address.protocol === 'http:' ? [client.allowInsecureRequests] : [],
    },
  );
}

/** The library's codes of a service that didn't answer, or didn't answer as one. */
const UNREACHABLE = /^OAUTH_(TIMEOUT|ABORT|RESPONSE_IS_NOT_\w+)$/;

/** Tells what was refused there from what couldn't be asked; neither shows the other service's own words. */
async function attempt<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof QingdanError) throw cause;
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
    const refused = code.startsWith('OAUTH_') && !UNREACHABLE.test(code);
    if (refused) throw new QingdanError('QD-LOGIN', '统一身份认证没有通过，请回到登录页再试一次', { cause });
    throw new QingdanError('QD-BUSY', '统一身份认证现在连不上，请稍后再试，有密码的可以先用密码登录', {
      cause,
    });
  }
}
