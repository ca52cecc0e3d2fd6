import { expect, it } from 'vitest';
import { openAssistant } from '#app/assistant.js';

const ASKED = '光杆司令的条子社区给写不';
const additions = { matters: [], wordings: [{ matter: 'paper-marital-status', text: ASKED }] };
const decideWith = (more: object) =>
  openAssistant({ office: { documents: [], texts: new Map(), ...more }, today: '2026-11-23' }).decide;

it('a whole question that an office has decided on is answered so, with other marks as well', () => {
  expect(decideWith({})({ text: ASKED }).verdict).not.toBe('must-not-certify');
  const decide = decideWith({ additions });
  for (const text of [ASKED, `${ASKED}？`, '光杆司令的条子，社区给写不'])
    expect(decide({ text }).item?.name, text).toBe('婚姻状况证明');
  expect(decide({ text: '光杆司令是什么意思' }).item).toBeNull();
});
