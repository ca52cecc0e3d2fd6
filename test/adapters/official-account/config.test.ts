import { describe, expect, it } from 'vitest';
import { configSchema } from '#adapters/official-account/config.js';
import { AES, PLAIN } from './platform.js';

const wrong = (settings: object) =>
  configSchema.safeParse(settings).error?.issues.map(({ path }) => path.join('.')) ?? [];

describe('the settings of a 公众号', () => {
  it('are right for either mode', () => {
    expect(wrong(PLAIN)).toEqual([]);
    expect(wrong({ ...AES, account: 'gh_1', region: '重庆市', role: 'resident' })).toEqual([]);
  });

  it.each([
    ['no mode, which is never guessed', { token: 't' }, ['mode']],
    ['no token', { mode: 'plain' }, ['token']],
    ['secure mode without its key and id', { mode: 'aes', token: 't' }, ['appId', 'encodingAesKey']],
    ['a key of another length', { ...AES, encodingAesKey: 'short' }, ['encodingAesKey']],
    ['a role that nobody has', { ...PLAIN, role: 'king' }, ['role']],
  ])('are wrong with %s', (_, settings, paths) => {
    expect(wrong(settings)).toEqual(paths);
  });
});
