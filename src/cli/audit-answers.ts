import type { Command } from 'commander';
import type { LoggedQuestion, QuestionLog } from '#storage/ports.js';
import { checkDay } from '#text/days.js';
import { table } from '#text/table.js';
import { print, printJson } from './output.js';
import { withStorage } from './storage.js';
import { wholeNumber } from './whole-number.js';

interface Options {
  from?: string;
  to?: string;
  find?: string;
  limit: string;
  json?: true;
}

/** Rows read from the log at once. */
const PAGE = 1000;
/** China is eight hours ahead of UTC all year. */
const CHINA_MS = 8 * 3600_000;

/** `qingdan audit answers`: what was asked and answered when, with the id that `audit replay` takes. */
export function registerAuditAnswers(audit: Command): void {
  audit
    .command('answers')
    .description('列出答过的问题和答复编号，供 audit replay 重答')
    .option('--from <日期>', '从哪一天起，YYYY-MM-DD')
    .option('--to <日期>', '到哪一天止（含），YYYY-MM-DD')
    .option('--find <文字>', '只看问题里有这几个字的')
    .option('--limit <行数>', '最多几行', '50')
    .option('--json', '输出 JSON')
    .action(async (options: Options) => {
      const limit = wholeNumber('--limit', options.limit);
      const stretch = {
        from: options.from === undefined ? undefined : startOf(options.from),
        to: options.to === undefined ? undefined : startOf(options.to, 1),
      };
      const rows = await withStorage(({ questions }) => found(questions, stretch, options.find, limit));
      if (options.json) printJson(rows);
      else print(rows.length === 0 ? '没有符合条件的答复。' : table([HEADER, ...rows.map(cells)]));
    });
}

const HEADER = ['答复编号', '时间（北京）', '渠道', '判定', '问题'];

function cells({ id, at, channel, verdict, text }: LoggedQuestion): string[] {
  const time = new Date(Date.parse(at) + CHINA_MS).toISOString().slice(0, 16).replace('T', ' ');
  return [id, time, channel, verdict, text.replace(/\s+/g, ' ')];
}

/** Oldest first, at most `limit`. */
async function found(
  questions: QuestionLog,
  stretch: { from: string | undefined; to: string | undefined },
  words: string | undefined,
  limit: number,
): Promise<LoggedQuestion[]> {
  const rows: LoggedQuestion[] = [];
  let after: { at: string; id: string } | undefined;
  while (rows.length < limit) {
    const page = await questions.list({ ...stretch, after, limit: PAGE });
    rows.push(...page.filter(({ text }) => words === undefined || text.includes(words)));
    after = page.at(-1);
    if (page.length < PAGE) break;
  }
  return rows.slice(0, limit);
}

/** The moment at which a day begins in China, `days` later. @throws QingdanError QD-DATE */
function startOf(day: string, days = 0): string {
  const midnight = Date.parse(`${checkDay(day)}T00:00:00Z`) - CHINA_MS;
  return new Date(midnight + days * 24 * 3600_000).toISOString();
}
