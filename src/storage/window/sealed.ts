import { createCipheriv, createDecipheriv, createHash } from 'node:crypto';
import type { KeyedHash } from '../key.js';
import type { Contact } from './port.js';

const ALGORITHM = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** Seals contacts so that the database alone doesn't tell them. */
export interface Sealer {
  /** @param id of the case: a sealed contact is of no use with another */
  seal(id: string, contact: Contact): string;
  open(id: string, sealed: string): Contact;
}

/** @param keyed the store's key */
export function createSealer(keyed: KeyedHash): Sealer {
  const key = keyed.derive('case contacts');
  return {
    seal(id, contact) {
      const plain = JSON.stringify(contact);
      // Made of key, case and content: the same twice tells no more than that it is the same, and nothing else repeats.
      const iv = createHash('sha256').update(key).update(id).update(plain).digest().subarray(0, IV_BYTES);
      const cipher = createCipheriv(ALGORITHM, key, iv).setAAD(Buffer.from(id));
      const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
      return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64');
    },
    open(id, sealed) {
      const bytes = Buffer.from(sealed, 'base64');
      const decipher = createDecipheriv(ALGORITHM, key, bytes.subarray(0, IV_BYTES))
        .setAAD(Buffer.from(id))
        .setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
      const plain = Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]);
      return JSON.parse(plain.toString('utf8')) as Contact;
    },
  };
}
