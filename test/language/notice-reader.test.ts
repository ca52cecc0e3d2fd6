import { describe, expect, it } from 'vitest';
import { compareMarks } from '#lab/marked-notice.js';
import { noticesByHand, shortNotices } from '#lab/notices/hands.js';
import { seenUnits } from '#language/notices/seen-units.js';
import { language, readNotice } from './lexicon.js';

const TODAY = { today: '2026-11-23' };
const phrases = (text: string) => readNotice(text).assigned.map(({ start, end }) => text.slice(start, end));
const foundIn = (text: string) => readNotice(text).assigned.map((task) => ({ ...task, citations: [] }));

describe('the shapes that every reader of notices has to know', () => {
  it.each(shortNotices())('$text', ({ text, marks }) => {
    const { missed, extra } = compareMarks(marks, foundIn(text) as never);
    expect({
      missed: missed.map(({ phrase }) => phrase),
      extra: extra.map(({ start, end }) => text.slice(start, end)),
    }).toEqual({ missed: [], extra: [] });
  });
});

describe('nothing of a notice vanishes', () => {
  const notices = [...noticesByHand()].flatMap(([hand, own]) => own.slice(0, hand === 'own' ? 12 : 6));
  it.each(notices)('in $name every clause is a task or stands under why it is none', ({ text }) => {
    const doc = language.notice(text, TODAY);
    const { assigned = [], passedOver = [] } = doc.reading ?? {};
    const lost = seenUnits(doc, language.words).filter(
      ({ start, end }) => ![...assigned, ...passedOver].some((one) => one.start < end && one.end > start),
    );
    expect(lost.map((unit) => unit.text)).toEqual([]);
    for (const { reason } of passedOver) expect(reason).toMatch(/^[a-z]+$/u);
  });

  it('and what stands under a reason is no task', () => {
    const text = '通知\n各社区：\n请各社区走访独居老人。街道要加强业务指导。\n';
    const { assigned, passedOver } = readNotice(text);
    const clash = passedOver.filter((part) =>
      assigned.some((task) => task.start < part.end && task.end > part.start),
    );
    expect(clash).toEqual([]);
  });
});

describe('a notice that relieves the committee', () => {
  it('hands it nothing, and says what is forbidden', () => {
    const text =
      '减负通知\n各街道、各社区：\n不得要求社区出具健在证明。不得要求社区签订责任书。严禁要求社区填写台账。取消社区出具的居住证明。\n';
    const { assigned, passedOver } = readNotice(text);
    expect(assigned).toEqual([]);
    expect(passedOver.filter(({ reason }) => reason === 'prohibition')).toHaveLength(4);
  });
});

describe('demands on the committee', () => {
  it('are none where the committee calls its own meetings', () => {
    const [task] = readNotice('方案\n\n　　各社区要召开居民会议讨论公约。\n').assigned;
    expect(task).toMatchObject({ demand: null });
  });
});

describe('the parts of a notice', () => {
  it('title, number, address and signature are read off it', () => {
    const text =
      '青石街道办事处\n关于做好防汛工作的通知\n青办发〔2026〕5号\n\n各社区：\n请做好防汛值守。\n\n青石街道办事处\n2026年6月1日\n';
    const { layout: notice } = readNotice(text);
    expect(notice).toMatchObject({
      title: '青石街道办事处关于做好防汛工作的通知',
      number: '青办发〔2026〕5号',
      issuer: '青石街道办事处',
    });
    expect([...notice.addressees]).toEqual(['committee']);
  });

  it('in traditional characters and full width are read as in simplified ones', () => {
    const simple = '通知\n各社区：\n请各社区走访独居老人。\n';
    const traditional = '通知\n各社區：\n請各社區走訪獨居老人。\n';
    expect(phrases(simple)).toEqual(['走访独居老人']);
    expect(phrases(traditional)).toEqual(['走訪獨居老人']);
  });

  it('a text without words has no tasks', () => {
    expect(readNotice('\n  \n——\n')).toMatchObject({ assigned: [], passedOver: [] });
  });
});
