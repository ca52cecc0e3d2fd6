import type { Command } from 'commander';
import { voiceOf } from '#answer/index.js';
import type { Verdict } from '#ruling/index.js';
import type { LoggedQuestion, Storage } from '#storage/ports.js';
import { checkDay } from '#text/days.js';
import { table } from '#text/table.js';
import { print, printJson } from './output.js';
import { verdictNamed } from './review-kept.js';
import { withStorage } from './storage.js';
import { wholeNumber } from './whole-number.js';

interface Options {
  from?: string;
  to?: string;
  find?: string;
  verdict?: string;
  latest?: true;
  feedback?: true;
  counts?: true;
  limit: string;
  json?: true;
}

type Judgements = { useful: boolean; comment: string | null; at: string }[];
/** An answer with what was said of it. */
type Answered = LoggedQuestion & { feedback: Judgements };

/** Rows read from the log at once. */
const PAGE = 1000;
/** China is eight hours ahead of UTC all year. */
const CHINA_MS = 8 * 3600_000;

/** `qingdan audit answers`: what was asked and answered when, with the id that `audit replay` takes. */
export function registerAuditAnswers(audit: Command): void {
  audit
    .command('answers')
    .description('列出答过的问题和答复编号，供 audit replay 重答；末尾写明各判定各有多少')
    .option('--from <日期>', '从哪一天起，YYYY-MM-DD')
    .option('--to <日期>', '到哪一天止（含），YYYY-MM-DD')
    .option('--find <文字>', '只看问题里有这几个字的')
    .option('--verdict <判定>', '只看这些判定的，可写几个，用逗号隔开，如 清单未列,不在范围')
    .option('--feedback', '只看有人评价过的，写出评价和原因')
    .option('--latest', '新的在前')
    .option('--counts', '只看各判定各有多少、评价各有多少')
    .option('--limit <行数>', '最多几行', '50')
    .option('--json', '输出 JSON')
    .action(async (options: Options) => {
      const limit = wholeNumber('--limit', options.limit);
      const { rows, counts } = await withStorage((storage) => found(storage, wantedBy(options), limit));
      if (options.json) {
        printJson(options.counts ? counts : rows);
        return;
      }
      if (options.counts) {
        print(countLine(counts));
        return;
      }
      const header = options.feedback ? [...HEADER, '评价'] : HEADER;
      const lines = rows.map((row) => (options.feedback ? [...cells(row), judgedWords(row)] : cells(row)));
      print(rows.length === 0 ? '没有符合条件的答复。' : table([header, ...lines]));
      print(countLine(counts));
    });
}

const HEADER = ['答复编号', '时间（北京）', '渠道', '判定', '问题'];

function cells({ id, at, channel, verdict, text }: LoggedQuestion): string[] {
  const time = new Date(Date.parse(at) + CHINA_MS).toISOString().slice(0, 16).replace('T', ' ');
  return [id, time, channel, verdict, text.replace(/\s+/g, ' ')];
}

const judgedWords = ({ feedback }: Answered): string =>
  feedback
    .map(({ useful, comment }) => `${useful ? '有用' : '不对'}${comment === null ? '' : `：${comment}`}`)
    .join('；')
    .replace(/\s+/g, ' ');

/** What was wanted, of all that fits and not only of what is shown. */
interface Counts {
  total: number;
  verdicts: Partial<Record<Verdict, number>>;
  useful: number;
  wrong: number;
}

function countLine({ total, verdicts, useful, wrong }: Counts): string {
  const each = Object.entries(verdicts).map(
    ([verdict, count]) => `${voiceOf(verdict as Verdict).label} ${count}`,
  );
  return `共 ${total} 条${each.length === 0 ? '' : `：${each.join('、')}`}；评价有用 ${useful}、不对 ${wrong}。`;
}

interface Wanted {
  from: string | undefined;
  to: string | undefined;
  latest: boolean;
  fits(row: LoggedQuestion): boolean;
  judged: boolean;
}

function wantedBy({ from, to, find, verdict, latest, feedback }: Options): Wanted {
  const verdicts = verdict?.split(/[,，、]/u).map(verdictNamed);
  return {
    from: from === undefined ? undefined : startOf(from),
    to: to === undefined ? undefined : startOf(to, 1),
    latest: latest === true,
    judged: feedback === true,
    fits: (row) =>
      (find === undefined || row.text.includes(find)) &&
      (verdicts === undefined || verdicts.includes(row.verdict)),
  };
}

/** At most `limit` rows, the oldest or the newest first, and the counts of all that fit. */
async function found(
  { questions, feedback }: Pick<Storage, 'questions' | 'feedback'>,
  { from, to, latest, fits, judged }: Wanted,
  limit: number,
): Promise<{ rows: Answered[]; counts: Counts }> {
  const rows: Answered[] = [];
  const counts: Counts = { total: 0, verdicts: {}, useful: 0, wrong: 0 };
  for (let after: { at: string; id: string } | undefined; ; ) {
    const page = await questions.list({ from, to, after, limit: PAGE });
    const said = await feedback.ofQuestions(page.map(({ id }) => id));
    for (const row of page.filter(fits)) {
      const judgements = said.get(row.id) ?? [];
      if (judged && judgements.length === 0) continue;
      count(counts, row, judgements);
      rows.push({ ...row, feedback: judgements });
      if (rows.length > limit) latest ? rows.shift() : rows.pop();
    }
    after = page.at(-1);
    if (page.length < PAGE) break;
  }
  return { rows: latest ? rows.reverse() : rows, counts };
}

function count(counts: Counts, { verdict }: LoggedQuestion, judgements: Judgements): void {
  counts.total++;
  counts.verdicts[verdict] = (counts.verdicts[verdict] ?? 0) + 1;
  counts.useful += judgements.filter(({ useful }) => useful).length;
  counts.wrong += judgements.filter(({ useful }) => !useful).length;
}

/** The moment at which a day begins in China, `days` later. @throws QingdanError QD-DATE */
function startOf(day: string, days = 0): string {
  const midnight = Date.parse(`${checkDay(day)}T00:00:00Z`) - CHINA_MS;
  return new Date(midnight + days * 24 * 3600_000).toISOString();
}
