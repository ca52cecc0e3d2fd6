/**
 * `npm run measure:conversations [-- FILE…] [--all] [--transcript FILE] [--turns]`: says conversations to the bot and
 * holds its replies against what they must and mustn't say; prints every turn that failed. Without a file: the open set.
 * `--turns` measures the reader of turns instead, each voice by what the others taught.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { openAssistant } from '#app/assistant.js';
import { packagePath } from '#app/files.js';
import { QingdanError } from '#errors.js';
import { type Played, play } from './conversations/play.js';
import { parseConversations } from './conversations/set.js';
import { measureVoices } from './conversations/voices.js';

/** The day that the conversations take place on, so that their replies don't change with the calendar. */
const DAY = '2026-11-23';
const OPEN_SET = packagePath('test', 'evaluation', 'conversations', 'open.jsonl');
/** Characters of a reply that are printed of a turn that failed. */
const SHOWN = 240;
/** Kinds of turns that are taken for another most often. */
const CONFUSED = 12;

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      all: { type: 'boolean', default: false },
      transcript: { type: 'string' },
      turns: { type: 'boolean', default: false },
    },
  });
  if (values.turns) {
    const { figures, confused } = measureVoices();
    console.table(figures);
    for (const [pair, n] of confused.slice(0, CONFUSED)) console.log(`${n} ${pair}`);
    return;
  }
  const files = positionals.length > 0 ? positionals : [OPEN_SET];
  const wanted = files.flatMap((file) => parseConversations(readFileSync(file, 'utf8'), file));
  const played = await play(wanted, openAssistant({ today: DAY }), DAY);
  for (const one of played) report(one, values.all);
  if (values.transcript !== undefined) writeFileSync(values.transcript, transcriptOf(played));
  const turns = played.flatMap((one) => one.turns);
  const right = turns.filter(({ misses }) => misses.length === 0).length;
  const wholly = played.filter((one) => one.turns.every(({ misses }) => misses.length === 0)).length;
  const percent = ((100 * right) / turns.length).toFixed(1);
  console.log(
    `turns right ${right}/${turns.length} (${percent} %), conversations wholly right ${wholly}/${played.length}`,
  );
}

function report({ id, who, turns }: Played, all: boolean): void {
  const failed = turns.filter(({ misses }) => misses.length > 0);
  if (failed.length === 0 && !all) return;
  console.log(`${id} (${who}): ${turns.length - failed.length}/${turns.length} turns right`);
  for (const { say, why, misses, reply } of failed) {
    console.log(
      `  turn ${turns.findIndex((turn) => turn.say === say) + 1} 「${say.replaceAll('\n', ' ')}」 (${why})`,
    );
    for (const miss of misses) console.log(`    ${miss}`);
    console.log(`    got: ${reply.replaceAll('\n', ' / ').slice(0, SHOWN)}`);
  }
}

const transcriptOf = (played: readonly Played[]): string =>
  played
    .map(({ id, who, turns }) =>
      [
        `######## ${id} (${who})`,
        ...turns.map(({ say, reply, misses }) =>
          [`\n==== ${misses.length === 0 ? 'ok' : 'FAIL'} 「${say}」`, ...misses, reply].join('\n'),
        ),
      ].join('\n'),
    )
    .join('\n\n');

try {
  await main();
} catch (error) {
  if (!(error instanceof QingdanError)) throw error;
  console.error(`${error.code} ${error.message}`);
  process.exitCode = 2;
}
