import { CASE_STATES, type CaseState, isOpen } from '#cases/case.js';
import { CLASS_WORDS, EVENT_WORDS, STATE_WORDS } from '#cases/words.js';
import type { Step, StepField } from '../../parts/step-form.js';

const choices = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

const reason: StepField = { name: 'reason', label: '理由', is: 'text' };
const text: StepField = { name: 'text', label: '内容', is: 'text' };
const office: StepField = { name: 'to', label: '转给哪个单位', is: 'line' };
const level: StepField = {
  name: 'level',
  label: '哪一级',
  is: 'choice',
  initial: 'street',
  choices: choices({ street: '街道（乡镇）', department: '区县部门' }),
};
const step = (type: keyof typeof EVENT_WORDS, ...fields: StepField[]): Step => ({
  type,
  label: EVENT_WORDS[type],
  fields,
});

/** What people do to a case, with what each step asks for. */
export const CASE_STEPS: readonly Step[] = [
  step('sort', { name: 'class', label: '三事分流', is: 'choice', choices: choices(CLASS_WORDS) }, reason),
  step('route', office, level),
  step(
    'meet',
    { name: 'participants', label: '参加的人', is: 'names' },
    { name: 'place', label: '地点', is: 'line', optional: true },
    { name: 'note', label: '协商经过', is: 'text' },
    { name: 'result', label: '结果', is: 'text' },
    { name: 'agreed', label: '协商一致', is: 'yes' },
  ),
  step('guide', { ...text, label: '怎么引导' }),
  step('resolve', { ...text, label: '办理结果' }),
  step('issue', { ...text, label: '证明内容' }, { name: 'basis', label: '依据', is: 'text', optional: true }),
  step('refuse', reason),
  step(
    'reply',
    { ...text, label: '答复' },
    { name: 'how', label: '怎么答复的', is: 'line', extra: '如：当面、电话' },
  ),
  step(
    'visit',
    { name: 'satisfied', label: '满意', is: 'yes' },
    { name: 'note', label: '回访情况', is: 'text' },
  ),
  step('return', reason),
  step('escalate', office, level, reason),
  step('extend', { name: 'days', label: '延长几天', is: 'number' }, reason),
  step('close', reason),
  step('withdraw', reason),
];

export const OPEN_STATES: readonly CaseState[] = CASE_STATES.filter((state) => isOpen({ state }));
export const STATE_CHOICES = choices(STATE_WORDS);
export const CLASS_CHOICES = choices(CLASS_WORDS);
