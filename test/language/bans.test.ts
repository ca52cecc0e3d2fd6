import { describe, expect, it } from 'vitest';
import { readNotice } from './lexicon.js';

const notice = (body: string) => `减负通知\n各街道、各社区：\n${body}\n`;

describe('what a notice forbids to ask of the committee', () => {
  it.each([
    '不得要求社区出具健在证明。',
    '不得要求社区签订责任书。',
    '不得由社区工作人员垫付居民保费，严禁代收现金。',
    '严禁要求社区填写台账。',
    '取消社区出具的居住证明。',
    '各部门不得将执法事项交由村（社区）承担。',
    '禁止以任何名义让居委会组织参保缴费。',
    '今后不再由社区报送周报。',
  ])('is no task: %s', (body) => {
    const { assigned, passedOver } = readNotice(notice(body));
    expect(assigned).toEqual([]);
    expect(passedOver.map(({ reason }) => reason)).toContain('prohibition');
  });

  it('is still a task where an honour is withdrawn or an amount set', () => {
    const found = (body: string) =>
      readNotice(notice(body)).assigned.map(({ demand, matter }) => demand ?? matter);
    expect(found('未完成的，取消社区评优资格。')).toEqual(['assessment']);
    expect(found('各社区要走访独居老人，不得少于2次。')).toEqual(['走访独居老人']);
  });
});

describe('villages', () => {
  it.each([
    '各行政村要组织村民开展森林防火巡护。',
    '所有自然村都要组织村民开展森林防火巡护。',
    '以村为单位组织村民开展森林防火巡护。',
    '以行政村为单位，组织村民开展森林防火巡护。',
  ])('are committees where something is told to them: %s', (body) => {
    expect(readNotice(`森林防火工作方案\n\n　　${body}\n`).assigned).not.toEqual([]);
  });

  it('named in another sense are none', () => {
    expect(readNotice('工作方案\n\n　　全镇共有行政村12个，发展传统村落旅游。\n').assigned).toEqual([]);
  });
});
