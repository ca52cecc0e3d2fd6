import { monitorEventLoopDelay } from 'node:perf_hooks';
import { afterAll, describe, expect, it } from 'vitest';
import { writeReport } from '#answer/report/index.js';
import { openAssistant } from '#app/assistant.js';
import type { NoticeWork } from '#app/notice-work.js';
import { NO_OFFICE_LISTS } from '#app/open.js';
// Threads are started from what is compiled; `npm test` compiles first.
import { createNoticePool, type PoolOptions } from '../../dist/src/app/notice-pool.js';

const TODAY = '2026-11-23';
const LINES = [
  '一、各社区要做好违建拆除和反诈宣传，每周五报送工作台账。',
  '二、各社区负责组织居民开展垃圾分类入户宣传，建立红黑榜并截图留痕。',
  '三、区城管局负责督促指导，各社区要配合做好占道经营巡查、流动摊贩劝导和门前三包签订。',
];
const NOTICE = `关于做好近期重点工作的通知\n\n各社区：\n${LINES.join('\n')}\n\n青石街道办事处\n2026年3月1日`;
/** Twenty pages of tasks. */
const LONG = `${NOTICE}\n${`${LINES.join('\n')}\n`.repeat(300)}`.slice(0, 30_000);
const scope = (visitor = 'a') => ({ source: '通知.txt', date: TODAY, visitor });

const pools: NoticeWork[] = [];
const open = (options: Partial<PoolOptions> = {}): NoticeWork => {
  const pool = createNoticePool({ office: NO_OFFICE_LISTS, today: TODAY, ...options });
  pools.push(pool);
  return pool;
};
afterAll(async () => {
  await Promise.all(pools.map((pool) => pool.close()));
});

describe('notices judged in threads', () => {
  it('take what a person says of their tasks along', async () => {
    const start = NOTICE.indexOf('反诈宣传');
    const corrections = [{ start, end: start + 4, says: { is: 'unlisted', paper: true } }] as const;
    const judged = await open().screen(NOTICE, { ...scope(), whole: true, corrections });
    const { tasks } = JSON.parse(judged.masked);
    expect(tasks.find((task: { start: number }) => task.start === start)).toMatchObject({
      verdict: 'not-listed',
      corrected: true,
    });
  });

  it('come out as they do in this one, and so does their report', async () => {
    const pool = open();
    const judged = await pool.screen(NOTICE, { ...scope(), report: '.docx', whole: true });
    const here = openAssistant({ today: TODAY }).screener.screen(NOTICE, scope());
    expect(JSON.parse(new TextDecoder().decode(judged.whole ?? undefined))).toEqual(here);
    expect(JSON.parse(judged.masked)).toEqual(here);
    const report = Buffer.from(judged.report ?? []);
    expect(report.equals(Buffer.from(await writeReport(here, '.docx')))).toBe(true);
  });

  it('leave the loop free, however long they are', async () => {
    const pool = open({ milliseconds: 120_000 });
    await pool.screen(NOTICE, scope());
    const delay = monitorEventLoopDelay({ resolution: 5 });
    delay.enable();
    const { tasks, screening } = await pool.screen(LONG, { ...scope(), report: '.docx' });
    delay.disable();
    expect(tasks).toBeGreaterThan(300);
    expect(screening.tasks).toHaveLength(40);
    // The work takes seconds; in this thread the first step alone holds the loop for longer than this.
    expect(delay.max / 1e6).toBeLessThan(500);
  });

  it('refuse what can’t be judged by the same code', async () => {
    const pool = open();
    await expect(pool.screen(' ', scope())).rejects.toMatchObject({ code: 'QD-EMPTY' });
    await expect(pool.screen(NOTICE, { ...scope(), region: '火星' })).rejects.toMatchObject({
      code: 'QD-REGION',
      message: expect.stringContaining('火星'),
    });
  });

  it('are stopped when they take too long', async () => {
    const hasty = open({ milliseconds: 50 });
    await expect(hasty.screen(NOTICE, scope())).rejects.toMatchObject({ code: 'QD-FILE-TIME' });
  });
});
