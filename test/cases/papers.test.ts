import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { apply, type Case, type CaseEvent, receive } from '#cases/index.js';
import {
  certificateOf,
  meetingNoteOf,
  type Paper,
  paperDocx,
  paperText,
  receiptOf,
  refusalOf,
  replyOf,
  routingSlipOf,
} from '#cases/papers/index.js';
import { demand, LIMITS, paperWanted, weekdays } from './support.js';

const DAY = '2026-11-27';
const moment = { day: DAY, limits: LIMITS, addWorkingDays: weekdays, paperNumber: '证〔2026〕0001号' };
const context = {
  number: '诉〔2026〕0001号',
  office: '示例社区居委会',
  day: DAY,
  limits: LIMITS,
  place: '3号楼',
};
const after = (one: Case, ...events: CaseEvent[]) =>
  events.reduce((now, event) => apply(now, event, moment), one);
const route: CaseEvent = { type: 'route', to: '示例部门', level: 'department' };
const meet = {
  type: 'meet',
  participants: ['甲', '乙'],
  place: '议事室',
  note: '谈了',
  result: '换灯',
  agreed: true,
} as const;

/** Each sheet with what has to stand on it. */
const SHEETS: readonly (readonly [name: string, paper: () => Paper | null, says: readonly string[]])[] = [
  [
    'a receipt',
    () => receiptOf(receive(demand('consult'), moment), 'AB2CD3', context),
    [
      '受理回执',
      '诉〔2026〕0001号',
      'AB2CD3',
      '小事（协商共办）',
      '3号楼',
      '15个工作日（示例）',
      '2026年11月30日前分流流转',
    ],
  ],
  [
    'a routing slip',
    () => routingSlipOf(after(receive(demand('government'), moment), route), context),
    ['示例部门：', '示例依据', '2026年12月11日', '退回'],
  ],
  [
    'the note of a meeting',
    () => meetingNoteOf(after(receive(demand('consult'), moment), meet), context),
    ['甲、乙', '议事室', '换灯', '协商一致'],
  ],
  [
    'a reply',
    () =>
      replyOf(
        after(receive(demand('government'), moment), route, { type: 'resolve', text: '修好了' }),
        context,
      ),
    ['已办理。修好了', '示例部门', '12345'],
  ],
  [
    'a certificate',
    () =>
      certificateOf(
        after(receive(paperWanted(), moment), { type: 'issue', text: '兹证明', basis: '例外' }),
        context,
      ),
    ['居住证明', '证〔2026〕0001号', '兹证明', '没有附这份证明的样式', '（盖章）'],
  ],
  [
    'a refusal',
    () => refusalOf(after(receive(paperWanted(), moment), { type: 'refuse', reason: '清单不列' }), context),
    ['不予出具证明告知单', '理由：清单不列。', '去哪办：派出所', '依据：示例依据'],
  ],
];

describe.each(SHEETS)('%s', (_name, paper, says) => {
  it('says in text and in Word what its holder has to know', async () => {
    const sheet = paper();
    if (sheet === null) throw new Error('there is no sheet');
    const xml = strFromU8(unzipSync(await paperDocx(sheet))['word/document.xml'] ?? new Uint8Array());
    const word = xml.replace(/<[^>]+>/gu, '');
    for (const line of says) {
      expect(paperText(sheet)).toContain(line);
      expect(word).toContain(line);
    }
  });
});

describe('a sheet', () => {
  it('that a case hasn’t come to isn’t there', () => {
    const one = receive(demand('consult'), moment);
    expect([
      meetingNoteOf(one, context),
      replyOf(one, context),
      certificateOf(one, context),
      refusalOf(one, context),
    ]).toEqual([null, null, null, null]);
  });

  it('says where the calendar of the year isn’t known', () => {
    const unsure = receive(demand('self'), { ...moment, addWorkingDays: (day) => ({ day, sure: false }) });
    expect(paperText(receiptOf(unsure, null, context))).toContain('放假安排还没有公布');
  });
});
