import type { Actor, Role } from '#access/roles.js';
import type { Act } from './audit-port.js';

/** A user as others may see it. */
export interface Account extends Actor {
  createdAt: string;
  /** Null while it may act. */
  disabledAt: string | null;
}

export interface NewAccount {
  id: string;
  name: string;
  role: Role;
  region: string;
  department?: string | null | undefined;
  /** From `hashPassword`; null for one that has none. */
  passwordHash: string | null;
}

/** Users. Every change is a row of the audit log, and asks whether the actor may. */
export interface Accounts {
  /** @throws QingdanError QD-FORBIDDEN; QD-INPUT, QD-REGION where the account isn't one */
  add(actor: Actor, account: NewAccount, act: Act): Promise<void>;
  /** Sets the password, or switches the account off or on; ends its sessions and keys. @throws QingdanError QD-LOGIN, QD-FORBIDDEN */
  change(
    actor: Actor,
    name: string,
    changes: { passwordHash?: string | undefined; disabled?: boolean | undefined },
    act: Act,
  ): Promise<void>;
  /** Those that the actor may see, by name. */
  list(actor: Actor): Promise<Account[]>;
  /** Who acts under a name. @throws QingdanError QD-LOGIN where there is none, or it is switched off */
  named(name: string): Promise<Actor>;
  /** Whether the store has users at all. */
  any(): Promise<boolean>;
}

/** Somebody whom another service vouches for. */
export interface OutsideAccount {
  /** Of the account, where it has to be made. */
  id: string;
  /** By which the other service knows them: opaque, and the same for nobody else. */
  outside: string;
  /** Where another account has it, some digits are added. */
  name: string;
  role: Role;
  region: string;
  department: string | null;
}

/** What a holder of a session or key has, and until when it holds. */
export interface Pass {
  /** To be kept by the holder alone: the store has its hash. */
  token: string;
  expiresAt: string;
}

/** Sessions and API keys. */
export interface Logins {
  /**
   * A session for whoever knows the password. After five wrong ones in a row the account is closed for a quarter of an
   * hour, whoever asks.
   * @param secret 32 random bytes, as text
   * @throws QingdanError QD-LOGIN, the same for an unknown name, a wrong password, a locked and a switched-off account
   */
  open(name: string, password: string, secret: string, at: string): Promise<Pass & { actor: Actor }>;
  /**
   * A session for whoever another service vouches for; the account is made or brought up to date.
   * @throws QingdanError QD-LOGIN for one that is switched off, and for a first user who is no administrator
   */
  vouched(account: OutsideAccount, secret: string, act: Act): Promise<Pass & { actor: Actor }>;
  /** Who that is, without a session. @throws as `vouched` */
  outside(account: OutsideAccount, act: Act): Promise<Actor>;
  /** Ends the sessions and keys of somebody to whom the other service gives no role any more. */
  dismiss(outside: string, act: Act): Promise<void>;
  /** A key for programs, which lasts `days`. @throws QingdanError QD-FORBIDDEN, QD-LOGIN, QD-INPUT */
  key(
    actor: Actor,
    account: { name: string; label: string; days: number; secret: string },
    act: Act,
  ): Promise<Pass>;
  /** Whose session or key it is; null where it isn't one, or doesn't hold any more. */
  actorOf(token: string, now: string): Promise<Actor | null>;
  /** Ends a session or key. */
  close(token: string): Promise<void>;
}
