import type { Command } from 'commander';
import { voiceOf } from '#answer/index.js';
import { QingdanError, shown } from '#errors.js';
import type { KeptQuestion } from '#review/index.js';
import { VERDICTS, type Verdict } from '#ruling/index.js';
import { table } from '#text/table.js';
import { AS_OPTION } from './actor.js';
import { print, printJson } from './output.js';
import { atReview } from './review-desk.js';

interface KeepOptions {
  expect: string;
  row?: string;
  region?: string;
  note?: string;
  json?: true;
  as?: string;
}

/** `qingdan review keep|kept|drop`: questions of the office with the answers they should have. */
export function registerReviewKept(review: Command): void {
  review
    .command('keep')
    .description('留存一个问题和它应有的回答；以后每次提案、qingdan eval 都重问一遍')
    .argument('<答复编号或问题>', '答过的问题的答复编号，或问题本身')
    .requiredOption('--expect <判定>', '应有的判定，可写几个，用逗号隔开，如 依法协助 或 assist')
    .option('--row <条目>', '回答要落到哪一条（条目编号）')
    .option('--region <地区>', '问题是哪个地区的；写答复编号时照当时的')
    .option('--note <说明>', '为什么')
    .option('--json', '输出 JSON')
    .option(...AS_OPTION)
    .action(async (given: string, options: KeepOptions) => {
      const { row, region, note } = options;
      const expected = options.expect.split(/[,，、]/u).map(verdictNamed);
      const kept = await atReview(options.as, ({ desk, actor }) =>
        desk.keep(actor, given, { expected, row, region, note }),
      );
      if (options.json) printJson(kept);
      else print(`已留存 ${kept.id}：${kept.text}（应答 ${expectedWords(kept)}）`);
    });
  review
    .command('kept')
    .description('列出留存的问题')
    .option('--json', '输出 JSON')
    .option(...AS_OPTION)
    .action(async ({ json, as }: { json?: true; as?: string }) => {
      const kept = await atReview(as, ({ desk, actor }) => desk.kept(actor));
      if (json) printJson(kept);
      else if (kept.length === 0) print('还没有留存问题。');
      else {
        const rows = kept.map((one) => [
          one.id,
          expectedWords(one),
          one.region ?? '全国',
          one.keptBy,
          one.text.replace(/\s+/g, ' '),
        ]);
        print(table([['编号', '应答', '地区', '谁留的', '问题'], ...rows]));
      }
    });
  review
    .command('drop')
    .description('去掉一个留存的问题')
    .argument('<编号>')
    .option(...AS_OPTION)
    .action(async (id: string, { as }: { as?: string }) => {
      await atReview(as, ({ desk, actor }) => desk.drop(actor, id));
      print(`已去掉 ${id}`);
    });
}

const expectedWords = ({ expected }: Pick<KeptQuestion, 'expected'>): string =>
  expected.map((verdict) => voiceOf(verdict).label).join('或');

/** A verdict by its code or by the word that answers show it with. @throws QingdanError QD-INPUT */
export function verdictNamed(word: string): Verdict {
  const wanted = word.trim();
  const found = VERDICTS.find((verdict) => verdict === wanted || voiceOf(verdict).label === wanted);
  if (found !== undefined) return found;
  const words = VERDICTS.map((verdict) => `${voiceOf(verdict).label}（${verdict}）`).join('、');
  throw new QingdanError('QD-INPUT', `判定「${shown(wanted)}」不对，请写其中的：${words}`);
}
