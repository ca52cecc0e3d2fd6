/**
 * `npm run fit:notices [-- --hands] [--out FILE]`: fits the model of notices (src/language/notices/model) on the marked
 * notices of all hands, not on the blind ones. With `--hands` it writes nothing and measures each hand with a model
 * fitted on the others alone: units that hold a task, tasks found, and right verdicts. Takes a minute, with `--hands`
 * five.
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openAssistant } from '#app/assistant.js';
import { packagePath } from '#app/files.js';
import type { NoticeModel } from '#language/index.js';
import { packModel, unpackModel } from '#language/notices/model/packing.js';
import { wordClasses } from '#language/notices/model/word-classes.js';
import { createTagger } from '#language/notices/tagging.js';
import { compareMarks } from './marked-notice.js';
import { type FitOptions, fitModel } from './notices/fit-model.js';
import { type NamedNotice, noticesByHand, OWN, shortNotices } from './notices/hands.js';
import { type Lesson, lessonOf } from './notices/lesson.js';
import { NOTHING } from './notices/nothing.js';
import { parseReasons } from './notices/reasons.js';

const DAY = '2026-11-23';
const { values } = parseArgs({
  options: {
    hands: { type: 'boolean', default: false },
    out: { type: 'string', default: packagePath('knowledge', 'weights', 'notices.bin') },
  },
});

const cut = (text: string) => segmenter.cut(text);
const { language, segmenter } = openAssistant({ today: DAY, notices: NOTHING });
const dictionary = createRequire(import.meta.url).resolve('@node-rs/jieba/dict.txt');
const reasons = readFileSync(join(OWN, 'reasons.jsonl'), 'utf8');
const hands = noticesByHand();
/** Those shapes count more than once: there are few of them, and they have to hold. */
const TIMES = 3;
const short = shortNotices().map(lesson);
const basic = Array.from({ length: TIMES }, () => short).flat();
const lessons = new Map([...hands].map(([hand, notices]) => [hand, notices.map(lesson)]));
const options: FitOptions = {
  words: language.words,
  classes: wordClasses(readFileSync(dictionary, 'utf8')),
  reasons: parseReasons(reasons),
  data: hashOf([...[...hands.values()].flat(), ...shortNotices()]),
};

if (values.hands) for (const hand of hands.keys()) measure(hand);
else {
  const bytes = packModel(fitModel([...[...lessons.values()].flat(), ...basic], options));
  writeFileSync(values.out, bytes);
  console.log(
    `${values.out}: ${bytes.length} bytes, fitted on ${[...lessons.values()].flat().length} notices`,
  );
}

function lesson({ name, ...notice }: NamedNotice): Lesson {
  return lessonOf(name, notice, language.outline(notice.text, { today: DAY }), language.words, cut);
}

function hashOf(notices: readonly NamedNotice[]): string {
  const hash = createHash('sha256');
  for (const { name, text, marks } of notices) hash.update(`${name}\0${text}\0${JSON.stringify(marks)}\0`);
  return hash.update(reasons).digest('hex');
}

/** One hand, by a model that has seen the others. */
function measure(hand: string): void {
  const others = [...lessons].filter(([name]) => name !== hand).flatMap(([, own]) => own);
  const model: NoticeModel = unpackModel(packModel(fitModel([...others, ...basic], options)));
  const tag = createTagger({ ...options, cut, model });
  const { screener } = openAssistant({ today: DAY, notices: model });
  const units = { held: 0, said: 0, both: 0 };
  const tasks = { marked: 0, found: 0, hits: 0, right: 0 };
  for (const { doc, holds, name, notice } of lessons.get(hand) ?? []) {
    for (const [i, score] of tag(doc).scores.entries()) {
      const held = holds[i] as number;
      units.held += held;
      units.said += score > 0 ? 1 : 0;
      units.both += score > 0 ? held : 0;
    }
    const found = screener.screen(notice.text, { source: name, region: notice.region }).tasks;
    const { hits } = compareMarks(notice.marks, found);
    tasks.marked += notice.marks.length;
    tasks.found += found.length;
    tasks.hits += hits.length;
    tasks.right += hits.filter(({ right }) => right).length;
  }
  const percent = (share: number) => (share * 100).toFixed(1);
  const [p, r] = [units.both / units.said, units.both / units.held];
  console.log(
    `${hand}: units P ${percent(p)} R ${percent(r)} F1 ${percent((2 * p * r) / (p + r))}; tasks: recall ${percent(
      tasks.hits / tasks.marked,
    )} precision ${percent(tasks.hits / tasks.found)} verdict ${percent(tasks.right / tasks.hits)}`,
  );
}
