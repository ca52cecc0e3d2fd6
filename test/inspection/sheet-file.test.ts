import { expect, it } from 'vitest';
import { readKnowledge } from '#app/open.js';
import { readRegisterFacts } from '#app/register-facts.js';
import { readFileContent } from '#documents/read.js';
import type { Campaign } from '#inspection/campaign.js';
import { applyToSheet, prefilledSheet } from '#inspection/sheet.js';
import { readSheet, writeSheet } from '#inspection/sheet-file.js';

const { selfCheck } = readRegisterFacts();
const CAMPAIGN = {
  id: 'x',
  number: '督察〔2026〕1号',
  title: '督察',
  region: '500108',
  state: 'self-check',
  begun: '2026-05-01',
  selfCheckBy: '2026-05-20',
  closed: null,
} satisfies Campaign;

it('a sheet comes back from its workbook as it was filled in, with the source of each question', async () => {
  const said = Object.fromEntries(
    selfCheck.questions.map(({ id }, i) => [id, i % 2 === 0 ? `${i}` : `=答案${i}`]),
  );
  const empty = prefilledSheet('x', { region: '500108001001', place: '阳光社区' }, selfCheck, []);
  const sheet = applyToSheet(empty, { type: 'answer', said }, { day: '2026-05-02', by: '社区' });
  const content = await readFileContent(
    await writeSheet(CAMPAIGN, sheet, selfCheck, readKnowledge()),
    '自查表.xlsx',
  );
  expect(readSheet(content)).toEqual(said);
  const [table] = content.blocks;
  const basis = table?.type === 'table' ? table.rows.slice(1).map(({ cells }) => cells[5]) : [];
  expect(basis).toHaveLength(selfCheck.questions.length);
  expect(basis.every((text) => text !== undefined && text.length > 4)).toBe(true);
});
