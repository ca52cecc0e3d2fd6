import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCipher } from '#channels/weixin/cipher.js';
import { isFresh, isSigned, signatureOf } from '#channels/weixin/signature.js';
import { platform } from '../support.js';

/** From the sample code that 企业微信 gives developers. */
const SAMPLE = {
  token: 'QDG6eK',
  corpId: 'wx5823bf96d3bd56c7',
  key: 'jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C',
  signature: '5c45ff5e21c57e6ad56bac8758b79b1d9ac89fd3',
  timestamp: '1409659589',
  nonce: '263014780',
  echo: 'P9nAzCzyDtyTWESHep1vC5X9xho/qYX3Zpb4yKa9SKld1DsH3Iyt3tP3zNdtp+4RPcs8TgAE7OaBO+FZXvnaqQ==',
  text: '1616140317555161061',
};

describe('the encryption of callbacks', () => {
  it('reads the sample of the platform', () => {
    expect(createCipher(SAMPLE.key, SAMPLE.corpId).decrypt(SAMPLE.echo)).toBe(SAMPLE.text);
  });

  it('is read by the platform, whatever the text', () => {
    const cipher = createCipher(SAMPLE.key, SAMPLE.corpId);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => {
        expect(platform.open(cipher.encrypt(text), SAMPLE.key)).toEqual({ text, receiver: SAMPLE.corpId });
        expect(cipher.decrypt(platform.seal(text, SAMPLE.key, SAMPLE.corpId))).toBe(text);
      }),
    );
  });

  it('never gives the same ciphertext twice', () => {
    const cipher = createCipher(SAMPLE.key, SAMPLE.corpId);
    expect(cipher.encrypt('同一句')).not.toBe(cipher.encrypt('同一句'));
  });

  it('refuses what is meant for another receiver', () => {
    expect(createCipher(SAMPLE.key, 'wx-other').decrypt(SAMPLE.echo)).toBeNull();
  });

  it('refuses any damaged ciphertext', () => {
    const cipher = createCipher(SAMPLE.key, SAMPLE.corpId);
    const bytes = Buffer.from(SAMPLE.echo, 'base64');
    for (const end of [0, 1, 15, 16, 32]) expect(cipher.decrypt(bytes.toString('base64', 0, end))).toBeNull();
    const wrongKey = createCipher('abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG', SAMPLE.corpId);
    expect(wrongKey.decrypt(SAMPLE.echo)).toBeNull();
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 96 }), (noise) => {
        expect(cipher.decrypt(Buffer.from(noise).toString('base64'))).toBeNull();
      }),
    );
  });
});

describe('the signature of callbacks', () => {
  const parts = [SAMPLE.token, SAMPLE.timestamp, SAMPLE.nonce, SAMPLE.echo];

  it('is that of the sample of the platform, in whatever order the parts come', () => {
    expect(signatureOf(parts)).toBe(SAMPLE.signature);
    expect(signatureOf([...parts].reverse())).toBe(SAMPLE.signature);
  });

  it.each([
    ['right', SAMPLE.signature, true],
    ['missing', null, false],
    ['empty', '', false],
    ['shorter', SAMPLE.signature.slice(1), false],
    ['of another text', signatureOf(['other']), false],
    ['not ASCII', '签'.repeat(40), false],
  ])('when %s is told apart', (_, given, expected) => {
    expect(isSigned(given, parts)).toBe(expected);
  });

  it.each([
    ['now', '1409659589', true],
    ['ten minutes old', '1409658989', true],
    ['older', '1409658988', false],
    ['from later', '1409660190', false],
    ['missing', null, false],
    ['no number', '1e9', false],
    ['negative', '-1', false],
  ])('is fresh or not: %s', (_, timestamp, expected) => {
    expect(isFresh(timestamp, 1_409_659_589_000)).toBe(expected);
  });
});
