import type { Verdict } from '#ruling/index.js';

/** Colour of a verdict; its words and sign say the same to those who don't see it. */
export type Tone = 'yes' | 'help' | 'no' | 'open' | 'unsure';

export interface Badge {
  sign: string;
  label: string;
  tone: Tone;
}

/** The few words by which a verdict is seen at a glance. */
export const BADGES: Readonly<Record<Verdict, Badge>> = {
  autonomy: { sign: '✓', label: '社区自治', tone: 'yes' },
  assist: { sign: '◐', label: '依法协助', tone: 'help' },
  negative: { sign: '✕', label: '不应承担', tone: 'no' },
  'may-certify': { sign: '✓', label: '可以开', tone: 'yes' },
  'must-not-certify': { sign: '✕', label: '不能开', tone: 'no' },
  'not-listed': { sign: '○', label: '清单未列', tone: 'open' },
  information: { sign: 'ℹ', label: '有关规定', tone: 'help' },
  clarify: { sign: '？', label: '请选一项', tone: 'unsure' },
  'out-of-scope': { sign: '○', label: '不在范围', tone: 'open' },
  'triage-government': { sign: '●', label: '大事 · 政府快办', tone: 'help' },
  'triage-consult': { sign: '◐', label: '小事 · 协商共办', tone: 'yes' },
  'triage-self': { sign: '○', label: '私事 · 引导自办', tone: 'open' },
};
