/** What lies in the store before the service starts: records of weeks and months ago, which no request can make. */
import { openAssistant } from '../../dist/src/app/assistant.js';
import { readMatters } from '../../dist/src/app/matters.js';
import { createWindow, readLimits } from '../../dist/src/app/window.js';
import { REGISTERS } from '../../dist/src/registers/kinds/index.js';
import { questionEntry } from '../../dist/src/storage/question-log.js';
import { maskedJson } from '../../dist/src/text/masked.js';
import { CASES, COMMUNITIES, ENTRIES, HOME, NOTICE, QUESTIONS } from './told.mjs';

const DAY = 86_400_000;
const COUNTY = '重庆市渝北区';
const today = new Date().toISOString().slice(0, 10);
const ago = (days, hours = 0) => new Date(Date.now() - days * DAY - hours * 3_600_000).toISOString();
const secretary = { id: '书记李芳', name: '书记李芳', role: 'secretary', region: HOME };
const street = { id: '街道孙悦', name: '街道孙悦', role: 'street', region: HOME.slice(0, 9) };

export async function fillBefore(storage) {
  const assistant = openAssistant({ today });
  await askedBefore(storage, assistant);
  await screenedBefore(storage, assistant);
  await registeredBefore(storage);
  await receivedBefore(storage, assistant);
}

/** Questions of eight weeks, spread evenly enough to draw; some were judged afterwards. */
async function askedBefore(storage, assistant) {
  let asked = 0;
  for (const [text, times] of QUESTIONS) {
    const answer = assistant.decide({ text, role: 'resident', region: COUNTY, today });
    for (let i = 0; i < times; i++, asked++) {
      const id = `asked-${asked}`;
      const person = { channel: 'web', userId: `visitor-${asked % 90}` };
      const at = ago((asked * 17) % 55, asked % 9);
      const about = { role: 'resident', region: COUNTY, date: null, how: null, today, edition: null };
      await storage.questions.record(questionEntry(answer, { id, at, person, ...about }));
      if (asked % 11 !== 0) continue;
      const useful = asked % 3 !== 0;
      const comment = useful ? null : '街道说的和这个不一样';
      await storage.feedback.record({ questionId: id, person, useful, comment, at });
    }
  }
}

async function screenedBefore(storage, assistant) {
  for (const [i, days] of [5, 19, 33, 47].entries()) {
    const screening = assistant.screener.screen(NOTICE, { source: '通知.docx', region: COUNTY, date: today });
    await storage.screenings.record({
      id: `notice-${i}`,
      at: ago(days),
      person: { channel: 'api', userId: 'api' },
      region: screening.region,
      title: screening.title ?? '',
      source: screening.source,
      result: maskedJson(screening),
      tasks: screening.tasks.length,
      catalogueVersion: screening.catalogueVersion,
      edition: null,
    });
  }
}

async function registeredBefore(storage) {
  for (const [kind, community, months, told] of ENTRIES) {
    const [region, place] = COMMUNITIES[community];
    const day = ago(months * 30).slice(0, 10);
    const values = Object.fromEntries(
      REGISTERS[kind].fields.flatMap(({ key, sort, choices }) => {
        const value = key === 'day' ? day : told[key];
        return value === undefined ? [] : [[key, sort === 'choice' ? choices[value] : value]];
      }),
    );
    const actor = { id: place, name: place, role: 'secretary', region };
    const act = { at: `${day}T02:00:00.000Z`, day, source: '登记' };
    await storage.registers.add(actor, [{ kind, region, place, values }], act);
  }
}

/** Steps that lead to each state, by whom. */
const WAYS = {
  received: [],
  consulting: ['sort-consult'],
  routed: ['sort', 'route'],
  resolved: ['sort', 'route', 'resolve'],
  closed: ['sort', 'route', 'resolve', 'reply', 'visit'],
};
const EVENTS = {
  sort: [secretary, { type: 'sort', class: 'government', reason: '属于政府部门的事' }],
  'sort-consult': [secretary, { type: 'sort', class: 'consult', reason: '涉及几户邻居，先商量' }],
  route: [secretary, { type: 'route', to: '青石街道', level: 'township' }],
  resolve: [street, { type: 'resolve', text: '已到现场处理，恢复正常' }],
  reply: [secretary, { type: 'reply', text: '已经处理好了', how: '电话' }],
  visit: [secretary, { type: 'visit', satisfied: true, note: '居民表示满意' }],
};

async function receivedBefore(storage, assistant) {
  for (const [text, days, state] of CASES) {
    const clock = () => Date.now() - days * DAY;
    const library = readMatters();
    const window = createWindow({ assistant: () => assistant, library, limits: readLimits(), clock });
    const moment = window.moment(HOME);
    const entry = window.entryOf({ text, source: 'window', region: HOME, kind: 'demand' });
    const { number, one } = await storage.cases.open(entry, moment, secretary);
    for (const step of WAYS[state]) {
      // The lists may have sorted it already.
      if (step.startsWith('sort') && one.class !== null) continue;
      const [actor, event] = EVENTS[step];
      await storage.cases.change({ number, region: HOME }, event, moment, actor);
    }
  }
}
