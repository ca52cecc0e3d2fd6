import type { Act } from './audit-port.js';

/** What a key of the API is good for: conversations, single questions, whole notices, the lists, the Model Context Protocol. */
export const API_SCOPES = ['messages', 'answers', 'screenings', 'lists', 'mcp'] as const;
export type ApiScope = (typeof API_SCOPES)[number];

/** A key of a program that calls the API, without its secret, which is kept nowhere. */
export interface ApiKey {
  /** Eight hex digits. */
  id: string;
  /** Whose it is, in words. */
  name: string;
  /** Region that holds where a request names none. */
  region: string | null;
  scopes: readonly ApiScope[];
  /** Requests a minute. */
  perMinute: number;
  createdAt: string;
  revokedAt: string | null;
}

export interface ApiKeys {
  /** @param key `secret`: 32 random bytes in base64url; what a program has to send is given back this once */
  add(key: Omit<ApiKey, 'createdAt' | 'revokedAt'> & { secret: string }, act: Act): Promise<string>;
  /** Revoked ones too, oldest first. */
  list(): Promise<ApiKey[]>;
  /** @throws QingdanError QD-ID for a key that isn't there or has been revoked */
  revoke(id: string, act: Act): Promise<void>;
  /** The key that a program sent; null where it isn't one, or not any more. */
  find(token: string): Promise<ApiKey | null>;
}
