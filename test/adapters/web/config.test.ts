import { describe, expect, it } from 'vitest';
import { configSchema, secrets } from '#adapters/web/config.js';

describe('the settings of the chat page', () => {
  it('may all be left out', () => {
    expect(configSchema.parse({})).toEqual({ title: '清单助手' });
    expect(secrets).toEqual([]);
  });

  it.each([
    ['publicUrl', 'qd.example.gov.cn'],
    ['publicUrl', 'javascript:alert(1)'],
    ['title', ' '],
    ['title', '长'.repeat(31)],
    ['region', ''],
    ['role', 'mayor'],
    ['colour', 'red'],
  ])('are refused with %s %j', (name, value) => {
    expect(configSchema.safeParse({ [name]: value }).success).toBe(false);
  });
});
