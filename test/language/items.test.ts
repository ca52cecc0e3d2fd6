import { describe, expect, it } from 'vitest';
import { itemMarks } from '#language/layout/items.js';
import { unitsOf } from '#language/notices/units.js';
import { growth, LINEAR } from '../support/growth.js';

const marks = (text: string) => itemMarks(text).map(({ start, end }) => text.slice(start, end));
const units = (text: string) => unitsOf(text, []).map((unit) => unit.text);

describe('the signs and numbers of items', () => {
  it.each([
    ['▶路口的垃圾桶擦干净\n▶独居老人挨户看一遍', ['▶', '▶']],
    ['🔥 巡山 ✅ 报数 👉🏻劝离', ['🔥 ', '✅ ', '👉🏻']],
    ['1.登记\n②上报\n- 张贴', ['1.', '②', '- ']],
    // No items: degrees, dashes and stars inside words.
    ['气温25℃以上，8:00—9:00开门，4*4米', []],
  ])('of %j are found', (text, wanted) => {
    expect(marks(text)).toEqual(wanted);
  });

  it('part what a notice says, on one line too, and are no part of it', () => {
    expect(units('📌入户登记📌张贴通知')).toEqual(['入户登记', '张贴通知']);
    expect(units('●巡河\n●扣分')).toEqual(['巡河', '扣分']);
  });

  it('are found in time by the length of the text', () => {
    expect(growth(1000, (n) => itemMarks('▶登记 '.repeat(n)))).toBeLessThan(LINEAR);
    expect(growth(1000, (n) => itemMarks('🔥'.repeat(n)))).toBeLessThan(LINEAR);
  });
});
