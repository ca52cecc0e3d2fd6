import { mayAll, mayAnywhere, requireMay } from '#access/actor.js';
import { within } from '#access/region-code.js';
import { SHEET_STATES } from '#inspection/sheet.js';
import type { SelfCheck } from '#registers/facts.js';
import type { ExportedRoom } from './room.js';

/** Campaigns of a region taken at most: one or two a year. */
const MOST_CAMPAIGNS = 1000;

/** What communities answered in campaigns, an answer a row. @param selfCheck the questions, asked for when rows are */
export const sheets = (selfCheck: () => SelfCheck): ExportedRoom => ({
  name: 'self-checks',
  title: '督察自查表',
  columns: [
    ['campaign', '督察编号'],
    ['campaign_title', '督察名称'],
    ['begun_on', '督察开始日期'],
    ['region', '区划代码'],
    ['place', '社区（村）'],
    ['state', `自查表的状态：${SHEET_STATES.join('、')}`],
    ['submitted_on', '哪天交的'],
    ['returned', '退回的理由'],
    ['question', '题号'],
    ['chapter', '方面'],
    ['asked', '问题'],
    ['counted', '登记里的数'],
    ['answer', '社区的回答'],
  ],
  async *rows(storage, { from = '', to = '9', region = undefined }, actor) {
    if (!mayAnywhere(actor, 'export', 'inspection')) requireMay(actor, 'export', 'inspection', actor);
    const exportable = mayAll(actor, 'export', 'inspection');
    const { chapters, questions } = selfCheck();
    const chapterNames = new Map(chapters.map(({ id, name }) => [id, name]));
    const asked = new Map(questions.map((question) => [question.id, question]));
    const reach = region ?? actor.region;
    for (const { id, title, begun } of await storage.inspections.list(actor, reach, MOST_CAMPAIGNS)) {
      if (begun < from || begun >= to) continue;
      for (const sheet of (await storage.inspections.read(actor, id)).sheets) {
        if (!within(sheet.region, reach) || !exportable({ region: sheet.region })) continue;
        const { place, state, submitted, returned } = sheet;
        for (const [number, { counted, said }] of Object.entries(sheet.answers)) {
          // A question that a later edition of the sheet no longer asks keeps its answer and its number.
          const question = asked.get(number);
          yield [
            ...[id, title, begun, sheet.region, place, state, submitted?.day ?? null, returned],
            ...[number, chapterNames.get(question?.chapter ?? '') ?? null, question?.ask ?? null],
            ...[counted, said],
          ];
        }
      }
    }
  },
});
