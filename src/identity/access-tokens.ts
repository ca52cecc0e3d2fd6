import { createRemoteJWKSet, errors, type JWTPayload, jwtVerify } from 'jose';
import { QingdanError } from '#errors.js';
import type { IdentityProvider } from './provider.js';
import type { IdentitySettings } from './settings.js';

/** Seconds that two clocks may differ. */
const CLOCK_TOLERANCE = 10;

/** Checks access tokens that another service gives to programs (RFC 9068), by the public keys that it publishes. */
export interface AccessTokens {
  /** Subject and claims; null for what is no token of this service, for this audience, that holds. @throws QingdanError QD-BUSY */
  read(token: string): Promise<(JWTPayload & { sub: string }) | null>;
}

export function createAccessTokens(
  provider: Pick<IdentityProvider, 'keys'>,
  { issuer, algorithm, audience }: Pick<IdentitySettings, 'issuer' | 'algorithm'> & { audience: string },
): AccessTokens {
  let known: Promise<ReturnType<typeof createRemoteJWKSet>> | undefined;
  const keySet = () => {
    known ??= provider.keys().then(
      (address) => createRemoteJWKSet(address),
      (error: unknown) => {
        known = undefined;
        throw error;
      },
    );
    return known;
  };
  return {
    async read(token) {
      try {
        const { payload } = await jwtVerify(token, await keySet(), {
          issuer,
          audience,
          algorithms: [algorithm],
          clockTolerance: CLOCK_TOLERANCE,
          requiredClaims: ['sub', 'exp'],
        });
        const { sub } = payload;
        return sub === undefined ? null : { ...payload, sub };
      } catch (cause) {
        if (cause instanceof QingdanError) throw cause;
        const isUnreachable = !(cause instanceof errors.JOSEError) || cause instanceof errors.JWKSTimeout;
        if (!isUnreachable) return null;
        throw new QingdanError('QD-BUSY', '统一身份认证的公钥现在取不到，请稍后再试', { cause });
      }
    },
  };
}
