import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createScreener } from '#answer/index.js';
import type { Assistant } from '#app/assistant.js';
import { readTextFile } from '#app/files.js';
import { readFormalities } from '#app/lexicon.js';
import type { Sought } from '#ruling/index.js';
import type { Case } from './choice-model.js';
import { acceptedVerdicts, caseOf } from './decision-cases.js';
import { compareMarks, parseMarkedNotice } from './marked-notice.js';

/** The marked tasks of a folder's notices as cases to fit on, each by its own words; a mark accepts verdicts. */
export function noticeCases(
  { kb, language, ruler }: Assistant,
  folder: string,
  today: string,
  weight: number,
): Case[] {
  const found = new Map<number, Sought>();
  const watching = {
    situationFor: ruler.situationFor,
    findFor: ruler.findFor,
    weights: ruler.weights,
    explain: ruler.explain,
    ruleOn(...[one, situation]: Parameters<typeof ruler.ruleOn>) {
      if (!found.has(one.source.start)) found.set(one.source.start, ruler.findFor(one, situation));
      return ruler.ruleOn(one, situation);
    },
  };
  const screener = createScreener({ kb, ruler: watching, language, formalities: readFormalities(), today });
  const names = readdirSync(folder).filter((name) => name.endsWith('.txt'));
  return names.sort().flatMap((name) => {
    const { text, region, marks } = parseMarkedNotice(readTextFile(join(folder, name)));
    found.clear();
    const { tasks } = screener.screen(text, { source: name, region });
    return compareMarks(marks, tasks).hits.flatMap(({ mark, task }): Case[] => {
      const sought = found.get(task.start);
      return sought === undefined ? [] : [caseOf(sought, acceptedVerdicts(mark.accepted), weight)];
    });
  });
}
