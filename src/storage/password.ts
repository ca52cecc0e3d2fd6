import { randomUUID } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { QingdanError } from '#errors.js';

/**
 * Argon2id with 19 MiB, two passes and one lane: the least that the OWASP Password Storage Cheat Sheet asks for, some
 * 20 ms on one core. It runs on Node's pool of threads, so the loop goes on.
 */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
/** NIST SP 800-63B: eight characters at least where a machine doesn't choose it; length counts, not its kinds of characters. */
const SHORTEST = 8;
const LONGEST = 128;

/** The hash of a new password in PHC form, with a salt of its own. @throws QingdanError QD-INPUT */
export async function hashPassword(password: string): Promise<string> {
  const length = [...password].length;
  if (length < SHORTEST || length > LONGEST) {
    throw new QingdanError('QD-INPUT', `密码要有 ${SHORTEST} 到 ${LONGEST} 个字符`);
  }
  return hash(password, COST);
}

/** A hash that no password has, so that an unknown name takes as long as a wrong password. */
let nobodys: Promise<string> | undefined;

/** Whether a password is the one; false, after as long, where there is none. */
export async function isPassword(password: string, stored: string | null): Promise<boolean> {
  if ([...password].length > LONGEST) return false;
  nobodys ??= hash(randomUUID(), COST);
  const right = await verify(stored ?? (await nobodys), password);
  return stored !== null && right;
}
