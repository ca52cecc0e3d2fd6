import type { Actor } from '#access/roles.js';

/** Users of the store, as the server knows them. */
export interface UserDesk {
  /** Signing in at another service; null where none is set up. */
  readonly outside: OutsideSignIn | null;
  /** @throws QingdanError QD-LOGIN */
  login(name: string, password: string): Promise<{ token: string; expiresAt: string; actor: Actor }>;
  logout(token: string): Promise<void>;
  /** Whose session or key it is; null where it is none. */
  actorOf(token: string): Promise<Actor | null>;
  /** A region in words. @param code of any level */
  placeName(code: string): string;
  /** Whether people reach the service over https, so that the cookie goes over nothing else. */
  readonly https: boolean;
}

/** Signing in at another service (OpenID Connect). */
export interface OutsideSignIn {
  /** What the button says. */
  readonly label: string;
  /** Where the browser goes, and what it keeps until it is back. @throws QingdanError QD-BUSY */
  begin(): Promise<{ address: string; kept: string }>;
  /** @param query of the address that the browser came back to @throws QingdanError QD-LOGIN, QD-BUSY */
  finish(query: string, kept: string): Promise<{ token: string; expiresAt: string; actor: Actor }>;
  /** Whose access token of that service it is; null where it is none. @throws QingdanError QD-LOGIN, QD-BUSY */
  actorOf(token: string): Promise<Actor | null>;
}
