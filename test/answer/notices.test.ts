import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { openAssistant } from '#app/assistant.js';
import { packagePath, readTextFile } from '#app/files.js';
import { goldenDifferences } from '#evaluation/golden.js';
import { type GoldenNotice, goldenNoticeOf, goldenNoticesText } from '#evaluation/golden-notices.js';
import { type Compared, compareMarks, parseMarkedNotice } from '#lab/marked-notice.js';

const FOLDER = packagePath('test', 'evaluation', 'notices');
const TODAY = '2026-11-23';

describe('the notices written for the project', () => {
  const compared: Compared[] = [];
  const screened: GoldenNotice[] = [];
  let marked = 0;

  beforeAll(() => {
    const { screener } = openAssistant({ today: TODAY });
    for (const folder of [FOLDER, join(FOLDER, 'blind')]) {
      const names = readdirSync(folder).filter((file) => file.endsWith('.txt'));
      for (const name of names.sort()) {
        const { text, region, marks } = parseMarkedNotice(readTextFile(join(folder, name)));
        const screening = screener.screen(text, { source: name, region });
        screened.push(goldenNoticeOf(name, screening));
        if (folder !== FOLDER) continue;
        marked += marks.length;
        compared.push(compareMarks(marks, screening.tasks));
      }
    }
  });

  const count = (of: (one: Compared) => number) => compared.reduce((sum, one) => sum + of(one), 0);

  it('are screened as approved (npm run measure:screening -- --approve after looking at every difference)', () => {
    const approved = readFileSync(packagePath('test', 'evaluation', 'notices.golden.jsonl'), 'utf8');
    expect(goldenDifferences(approved, goldenNoticesText(screened))).toEqual([]);
  });

  it('are at least thirty', () => {
    expect(compared.length).toBeGreaterThanOrEqual(30);
  });

  it('have at least 90 % of their tasks found', () => {
    expect(count(({ hits }) => hits.length) / marked).toBeGreaterThanOrEqual(0.9);
  });

  it('have at least 90 % of what is found marked as a task', () => {
    const hits = count((one) => one.hits.length);
    expect(hits / (hits + count(({ extra }) => extra.length))).toBeGreaterThanOrEqual(0.9);
  });

  it('have the right verdict on at least 85 % of the tasks found', () => {
    const right = count(({ hits }) => hits.filter((hit) => hit.right).length);
    expect(right / count(({ hits }) => hits.length)).toBeGreaterThanOrEqual(0.85);
  });
});

describe('marks', () => {
  it('are taken out of the text and keep their places', () => {
    const { text, region, marks } = parseMarkedNotice({
      path: 'x',
      text: '#! region=重庆市\n要{{拆违建|negative}}和{{报表|@ledger}}。',
    });
    expect(text).toBe('要拆违建和报表。');
    expect(region).toBe('重庆市');
    expect(marks.map(({ start, end, accepted }) => [text.slice(start, end), accepted])).toEqual([
      ['拆违建', ['negative']],
      ['报表', ['@ledger']],
    ]);
  });

  it('left open are refused', () => {
    expect(() => parseMarkedNotice({ path: 'x.txt', text: '要{{拆违建' })).toThrow('x.txt');
  });
});
