import { describe, expect, it } from 'vitest';
import { storageSettings } from '#storage/settings.js';

describe('settings of the store', () => {
  it('are a folder beside the program and half a year, unless said otherwise', () => {
    expect(storageSettings({ QINGDAN_DATABASE_URL: '' })).toEqual({
      dataDir: './data',
      databaseUrl: undefined,
      retention: { questions: 180, screenings: 180, events: 7, shared: 180, cases: 180 },
    });
  });

  it('come from the environment', () => {
    const environment = {
      QINGDAN_DATA_DIR: '/srv/qingdan',
      QINGDAN_DATABASE_URL: 'postgres://a:b@c/d',
      QINGDAN_KEEP_QUESTIONS_DAYS: '30',
    };
    expect(storageSettings(environment)).toMatchObject({
      dataDir: '/srv/qingdan',
      databaseUrl: 'postgres://a:b@c/d',
      retention: { questions: 30, screenings: 180 },
    });
  });

  it.each(['0', '-1', '半年', '1.5', '99999'])('refuse %s days, naming the setting', (value) => {
    expect(() => storageSettings({ QINGDAN_KEEP_QUESTIONS_DAYS: value })).toThrow(
      expect.objectContaining({
        code: 'QD-CONFIG',
        message: expect.stringContaining('QINGDAN_KEEP_QUESTIONS_DAYS'),
      }),
    );
  });
});
