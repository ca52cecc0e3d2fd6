import { describe, expect, it } from 'vitest';
import { configSchema, secrets } from '#adapters/web/config.js';

describe('the settings of the chat page', () => {
  it('may all be left out', () => {
    expect(configSchema.parse({})).toEqual({
      title: '清单助手',
      language: 'zh-CN',
      publicLists: true,
      embedOrigins: [],
    });
    expect(secrets).toEqual([]);
  });

  it('are read from variables as well, where everything is a word', () => {
    const read = configSchema.parse({
      publicLists: 'false',
      embedOrigins: 'https://a.example, http://b.example:81',
    });
    expect(read).toMatchObject({
      publicLists: false,
      embedOrigins: ['https://a.example', 'http://b.example:81'],
    });
  });

  it.each([
    ['publicUrl', 'qd.example.gov.cn'],
    ['publicUrl', 'javascript:alert(1)'],
    ['title', ' '],
    ['title', '长'.repeat(31)],
    ['region', ''],
    ['role', 'mayor'],
    ['language', 'fr'],
    ['publicLists', 'maybe'],
    ['embedOrigins', 'https://a.example/path'],
    ['embedOrigins', ['https://a.example;script-src *']],
    ['embedOrigins', '*'],
    ['colour', 'red'],
  ])('are refused with %s %j', (name, value) => {
    expect(configSchema.safeParse({ [name]: value }).success).toBe(false);
  });
});
