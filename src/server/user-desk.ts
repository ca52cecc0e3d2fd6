import type { Actor } from '#access/roles.js';

/** Users of the store, as the server knows them. */
export interface UserDesk {
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
