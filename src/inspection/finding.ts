import { QingdanError } from '#errors.js';

/** What a visit found in a community, until it is put right. */
export interface Finding {
  /** Campaign and running number: inspection-500108-2026-1/3. */
  readonly id: string;
  readonly campaign: string;
  /** Code of the community. */
  readonly region: string;
  readonly place: string;
  readonly state: FindingState;
  /** The visit: its day, who went, whether it was announced. */
  readonly visit: { readonly day: string; readonly by: string; readonly announced: boolean };
  /** Question of the self-check sheet that it is about; null for something else. */
  readonly question: string | null;
  readonly text: string;
  /** Hashes of photos and papers. */
  readonly photos: readonly string[];
  /** YYYY-MM-DD by which it has to be put right. */
  readonly due: string;
  /** What was done, the last time. */
  readonly rectified: Rectification | null;
  /** Looks taken afterwards, in order. */
  readonly rechecks: readonly Recheck[];
}

export interface Rectification {
  readonly day: string;
  readonly by: string;
  readonly text: string;
  readonly proofs: readonly string[];
}

export interface Recheck {
  readonly day: string;
  readonly by: string;
  readonly done: boolean;
  readonly note: string;
}

/** 整改中 → 已整改、待复查 → 已销号. */
export const FINDING_STATES = ['open', 'rectified', 'closed'] as const;
export type FindingState = (typeof FINDING_STATES)[number];

export type FindingEvent =
  | { type: 'rectify'; text: string; proofs: readonly string[] }
  | { type: 'recheck'; done: true; note: string }
  /** Not put right: again, by another day. */
  | { type: 'recheck'; done: false; note: string; due: string }
  | { type: 'extend'; due: string };
export type FindingEventType = FindingEvent['type'];

export const FINDING_EVENT_FROM: Readonly<Record<FindingEventType, readonly FindingState[]>> = {
  rectify: ['open'],
  recheck: ['rectified'],
  extend: ['open'],
};

export const FINDING_STATE_WORDS: Readonly<Record<FindingState, string>> = {
  open: '整改中',
  rectified: '已整改，待复查',
  closed: '已销号',
};
const EVENT_WORDS: Readonly<Record<FindingEventType, string>> = {
  rectify: '报整改',
  recheck: '复查',
  extend: '延期',
};

/** UTF-16 units of what is found, done or noted; photos of one finding or rectification. */
export const LONGEST_TEXT = 2000;
export const MOST_PHOTOS = 9;

/** The finding after an event. @throws QingdanError QD-STATE, QD-INPUT */
export function applyToFinding(
  finding: Finding,
  event: FindingEvent,
  { day, by }: { day: string; by: string },
): Finding {
  if (!FINDING_EVENT_FROM[event.type].includes(finding.state)) {
    const now = FINDING_STATE_WORDS[finding.state];
    throw new QingdanError('QD-STATE', `这个问题现在是「${now}」，不能${EVENT_WORDS[event.type]}`);
  }
  switch (event.type) {
    case 'rectify':
      checkPhotos(event.proofs);
      return {
        ...finding,
        state: 'rectified',
        rectified: { day, by, text: checkedText('整改情况', event.text), proofs: event.proofs },
      };
    case 'recheck': {
      const recheck = { day, by, done: event.done, note: event.note.trim() };
      const rechecks = [...finding.rechecks, recheck];
      if (event.done) return { ...finding, state: 'closed', rechecks };
      return { ...finding, state: 'open', rechecks, due: laterThan(day, event.due) };
    }
    case 'extend':
      return { ...finding, due: laterThan(finding.due, event.due) };
  }
}

/** Whether its day has passed and it isn't put right. */
export function isOverdue({ state, due }: Finding, today: string): boolean {
  return state === 'open' && due < today;
}

/** @throws QingdanError QD-INPUT for a text that is missing or too long */
export function checkedText(what: string, text: string): string {
  const trimmed = text.trim();
  if (trimmed === '') throw new QingdanError('QD-INPUT', `${what}没有写`);
  if (trimmed.length <= LONGEST_TEXT) return trimmed;
  throw new QingdanError('QD-INPUT', `${what}有 ${trimmed.length} 字，最多 ${LONGEST_TEXT} 字`);
}

/** @throws QingdanError QD-INPUT */
export function checkPhotos(photos: readonly string[]): void {
  if (photos.length <= MOST_PHOTOS) return;
  throw new QingdanError('QD-INPUT', `照片有 ${photos.length} 张，一次最多 ${MOST_PHOTOS} 张`);
}

function laterThan(before: string, due: string): string {
  if (due > before) return due;
  throw new QingdanError('QD-INPUT', `新的期限 ${due} 要晚于 ${before}`);
}
