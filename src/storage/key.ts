import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { closeSync, fsyncSync, linkSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { QingdanError } from '#errors.js';
import { fileFault } from './faults.js';
import type { Person } from './ports.js';

/** Name of the file in the data directory, where no other place is set. */
export const KEY_FILE = 'secret.key';
const KEY_BYTES = 32;
/** Hex digits of a stored hash: 128 bits, enough that no two persons meet. */
const HASH_DIGITS = 32;

/** Hashes that only the holder of the key file can make or check. */
export interface KeyedHash {
  person(person: Person): string;
  /** Ids of conversations and events, which may hold a person's account name. */
  id(kind: 'conversation' | 'event', ...parts: string[]): string;
  /** Signature of a text, 64 hex digits. */
  sign(text: string): string;
  signed(text: string, signature: string): boolean;
  /** A key for something else, 32 bytes; it tells nothing of this one. */
  derive(purpose: string): Uint8Array;
}

/**
 * The key of a file, made at the first use.
 * @param store names a store that is there already: its key is never made anew, which would lock it for good
 * @throws QingdanError QD-KEY, QD-READ-ONLY, QD-DISK-FULL, QD-STORAGE
 */
export function openKey(path: string, store: string | null = null): KeyedHash {
  const key = readKey(path);
  if (key !== null) return createKeyedHash(key);
  if (store === null) return createKeyedHash(makeKey(path));
  throw new QingdanError(
    'QD-KEY',
    `密钥文件 ${path} 不见了，没有它打不开 ${store}；请把另外保存的密钥放回这里，或设 QINGDAN_KEY_FILE 指明它在哪里`,
  );
}

/** @param key 32 bytes */
export function createKeyedHash(key: Uint8Array): KeyedHash {
  // Parts are counted off by their length, so that ("a", "bc") and ("ab", "c") differ.
  const hmac = (...parts: string[]) => {
    const mac = createHmac('sha256', key);
    for (const part of parts) mac.update(`${Buffer.byteLength(part)}:${part}`);
    return mac.digest('hex');
  };
  return {
    person: ({ channel, userId }) => hmac('person', channel, userId).slice(0, HASH_DIGITS),
    id: (kind, ...parts) => hmac(kind, ...parts).slice(0, HASH_DIGITS),
    sign: (text) => hmac('signature', text),
    derive: (purpose) => Buffer.from(hmac('derived', purpose), 'hex'),
    signed: (text, signature) => {
      const right = Buffer.from(hmac('signature', text));
      const given = Buffer.from(signature);
      return right.length === given.length && timingSafeEqual(right, given);
    },
  };
}

function readKey(path: string): Uint8Array | null {
  let text: string;
  try {
    text = readFileSync(path, 'utf8').trim();
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return null;
    throw fileFault(path, cause);
  }
  if (!/^[0-9a-f]{64}$/.test(text)) {
    throw new QingdanError('QD-KEY', `密钥文件 ${path} 的内容不对，请用备份的密钥文件换回`);
  }
  return Buffer.from(text, 'hex');
}

/** Writes the key under another name and links it into place: two programs starting at once end with one whole key. */
function makeKey(path: string): Uint8Array {
  const key = randomBytes(KEY_BYTES);
  const fresh = `${path}.${process.pid}.${key.toString('hex', 0, 4)}`;
  try {
    const file = openSync(fresh, 'wx', 0o600);
    try {
      writeSync(file, `${key.toString('hex')}\n`);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    linkSync(fresh, path);
    return key;
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'EEXIST') {
      const other = readKey(path);
      if (other !== null) return other;
    }
    throw fileFault(path, cause);
  } finally {
    rmSync(fresh, { force: true });
  }
}
