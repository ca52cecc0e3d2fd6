import { randomBytes } from 'node:crypto';
import type { KnowledgeBase } from '#catalogue/knowledge-base.js';
import { placeName } from '#registers/places.js';
import type { OutsideSignIn, UserDesk } from '#server/user-desk.js';
import type { Storage } from '#storage/ports.js';

export interface UserDeskParts {
  storage: Pick<Storage, 'logins'>;
  kb(): KnowledgeBase;
  /** ISO 8601, now. */
  at(): string;
  /** Whether people reach the service over https. */
  https: boolean;
  /** Signing in at another service. Default: none. */
  outside?: OutsideSignIn | undefined;
}

/** Users who sign in, on the store. */
export function createUserDesk({ storage, kb, at, https, outside }: UserDeskParts): UserDesk {
  const { logins } = storage;
  return {
    login: (name, password) => logins.open(name, password, randomBytes(32).toString('base64url'), at()),
    logout: (token) => logins.close(token),
    actorOf: async (token) =>
      isJwt(token) ? ((await outside?.actorOf(token)) ?? null) : logins.actorOf(token, at()),
    placeName: (code) => placeName(kb().regions, code),
    https,
    outside: outside ?? null,
  };
}

/** The store's own tokens have two parts, signed ones of other services three (RFC 7519). */
const isJwt = (token: string) => token.split('.').length === 3;
