import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** The platform pads to 32 bytes, twice AES' own block, so the padding is done here. */
const BLOCK = 32;
const RANDOM = 16;
const LENGTH = 4;

/** Encryption of callbacks as 公众号 and 企业微信 define it: AES-256-CBC over random(16) length(4) text receiver. */
export interface Cipher {
  /** Base64. */
  encrypt(text: string): string;
  /** The text, or null where the ciphertext is damaged or meant for another receiver. */
  decrypt(ciphertext: string): string | null;
}

/**
 * @param encodingAesKey 43 characters of base64: the key, whose first 16 bytes are also the IV
 * @param receiver AppID of the 公众号, or CorpID of the 企业微信
 * @param random for tests that need the same bytes
 */
export function createCipher(encodingAesKey: string, receiver: string, random = randomBytes): Cipher {
  const key = Buffer.from(`${encodingAesKey}=`, 'base64');
  const iv = key.subarray(0, 16);

  return {
    encrypt(text) {
      const body = Buffer.from(text);
      const length = Buffer.alloc(LENGTH);
      length.writeUInt32BE(body.length);
      const plain = Buffer.concat([random(RANDOM), length, body, Buffer.from(receiver)]);
      const pad = BLOCK - (plain.length % BLOCK);
      const cipher = createCipheriv('aes-256-cbc', key, iv).setAutoPadding(false);
      return Buffer.concat([
        cipher.update(plain),
        cipher.update(Buffer.alloc(pad, pad)),
        cipher.final(),
      ]).toString('base64');
    },
    decrypt(ciphertext) {
      const bytes = Buffer.from(ciphertext, 'base64');
      if (bytes.length === 0 || bytes.length % 16 !== 0) return null;
      const decipher = createDecipheriv('aes-256-cbc', key, iv).setAutoPadding(false);
      const plain = unpadded(Buffer.concat([decipher.update(bytes), decipher.final()]));
      if (plain === null || plain.length < RANDOM + LENGTH) return null;
      const end = RANDOM + LENGTH + plain.readUInt32BE(RANDOM);
      if (end > plain.length || plain.toString('utf8', end) !== receiver) return null;
      return plain.toString('utf8', RANDOM + LENGTH, end);
    },
  };
}

function unpadded(plain: Buffer): Buffer | null {
  const pad = plain.at(-1) ?? 0;
  if (pad < 1 || pad > BLOCK || pad > plain.length) return null;
  const end = plain.length - pad;
  return plain.subarray(end).every((byte) => byte === pad) ? plain.subarray(0, end) : null;
}
