import { writtenNumber } from '#documents/word-numbers.js';
import type { Screening } from '../notices/screening.js';
import { basisOf } from './basis.js';
import { dayInWords, daysLater } from './dates.js';
import { quoted } from './quotation.js';
import { type Requested, requestsOf } from './requests.js';
import type { Sender } from './sender.js';
import { type Fields, filled, type LetterTemplates } from './templates.js';

/** A paragraph: its number where it has one, the part that is set off as a heading, and the rest. */
export interface LetterParagraph {
  level: 0 | 1 | 2;
  number: string;
  heading: string;
  text: string;
}

/** A table behind the letter, where the tasks are too many for its text. */
export interface Attachment {
  title: string;
  head: readonly string[];
  rows: readonly (readonly string[])[];
}

/** A letter (函) to the office that issued the notice; the layout is made of it elsewhere. */
export interface Letter {
  id: string;
  /** As its file is called. */
  name: string;
  title: string;
  /** 主送机关; empty where the notice doesn't say. */
  to: string;
  paragraphs: readonly LetterParagraph[];
  attachment: Attachment | null;
  /** Who signs, in full; empty where nobody has said. */
  from: string;
  /** 居民委员会 or 村民委员会: what stands behind the blank where nobody has. */
  office: string;
  date: string;
}

/** Tasks in the text of a letter; of more the whole list goes behind it. */
const MOST_IN_TEXT = 8;

/** The letters that a screening gives reason for. Nothing of the program's own doubts is in them. */
export function lettersFor(screening: Screening, sender: Sender, templates: LetterTemplates): Letter[] {
  const { requested } = requestsOf(screening, sender.confirmed);
  return templates.letters.flatMap((template) => {
    const own = template.requests.flatMap((kind) => requested.filter(({ request }) => request === kind));
    return own.length === 0 ? [] : [letterOf(template, own, { screening, sender, templates })];
  });
}

interface Setting {
  screening: Screening;
  sender: Sender;
  templates: LetterTemplates;
}

function letterOf(
  template: LetterTemplates['letters'][number],
  requested: readonly Requested[],
  setting: Setting,
): Letter {
  const { screening, sender, templates } = setting;
  const fields = fieldsOf(setting);
  const long = requested.length > MOST_IN_TEXT;
  const plain = (text: string): LetterParagraph => ({ level: 0, number: '', heading: '', text });
  return {
    id: template.id,
    name: filled(template.name, fields),
    title: filled(template.title, { ...fields, document: documentName(screening, '') }),
    to: sender.to ?? screening.issuer ?? '',
    paragraphs: [
      plain(filled(template.opening, fields)),
      ...sections(requested, fields, templates, long),
      plain(filled(template.closing, fields)),
      plain(filled(template.final, fields)),
    ],
    attachment: long ? attachmentOf(filled(template.attachment, fields), requested, fields, templates) : null,
    from: sender.committee ?? '',
    office: fields.office ?? '',
    date: dayInWords(sender.date),
  };
}

/** What the sentences are filled with. */
export function fieldsOf({ screening, sender, templates }: Setting): Fields {
  const means = basisOf(screening.meansRules, false);
  return {
    document: documentName(screening, '来文'),
    us: sender.settlement === 'village' ? '我村' : '我社区',
    office: sender.settlement === 'village' ? '村民委员会' : '居民委员会',
    date: dayInWords(daysLater(sender.date, templates.replyDays)),
    means: means === '' ? '' : `按照${means}的规定，`,
  };
}

/** 《标题》（文号）, or the words for a text that bears no title. */
function documentName({ title, number }: Screening, untitled: string): string {
  if (title === null) return untitled;
  const mark = number === null || number === '' ? '' : `（${number}）`;
  return `《${title.replace(/《/gu, '〈').replace(/》/gu, '〉')}》${mark}`;
}

const han = (value: number) => writtenNumber(value, 'chineseCounting') ?? String(value);

/** A section for each thing that is asked, its tasks in the order of the notice, its request behind them. */
function sections(
  requested: readonly Requested[],
  fields: Fields,
  { requests }: LetterTemplates,
  long: boolean,
): LetterParagraph[] {
  const kinds = [...new Set(requested.map(({ request }) => request))];
  const paragraphs: LetterParagraph[] = [];
  for (const [index, kind] of kinds.entries()) {
    const own = requested.filter(({ request }) => request === kind);
    const { heading, ask } = requests[kind];
    const headed = kinds.length > 1;
    if (headed)
      paragraphs.push({
        level: 1,
        number: `${han(index + 1)}、`,
        heading: filled(heading, fields),
        text: '',
      });
    paragraphs.push(...(long ? [inBrief(own, requested)] : taskParagraphs(own, headed)));
    paragraphs.push({ level: 0, number: '', heading: '', text: filled(ask, fields) });
  }
  return paragraphs;
}

/** The tasks one by one; what several rest on together is named once, behind the last of them. */
function taskParagraphs(own: readonly Requested[], headed: boolean): LetterParagraph[] {
  const bases = [...new Set(own.map(({ basis }) => basis))];
  let count = 0;
  return bases.flatMap((basis) => {
    const tasks = own.filter((task) => task.basis === basis);
    return tasks.map(({ phrase }, i): LetterParagraph => {
      count++;
      const isLast = i === tasks.length - 1;
      const together = tasks.length === 1 ? '' : `以上${tasks.length === 2 ? '两' : han(tasks.length)}项`;
      const ground = basis === '' ? '' : `${together}依据：${basis}。`;
      return {
        level: headed ? 2 : 0,
        number: headed ? `（${han(count)}）` : `${han(count)}、`,
        heading: '',
        text: isLast ? `${quoted(phrase)}。${ground}` : `${quoted(phrase)}；`,
      };
    });
  });
}

/** The number of a section's tasks and where they stand in the attachment. */
function inBrief(own: readonly Requested[], all: readonly Requested[]): LetterParagraph {
  const numbers = own.map((one) => all.indexOf(one) + 1);
  const text = `共${own.length}项，原文和依据见附件第${ranges(numbers)}项。`;
  return { level: 0, number: '', heading: '', text };
}

/** 1、3 至 5 of [1, 3, 4, 5]. */
function ranges(numbers: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const number of numbers) {
    const last = runs.at(-1);
    if (last !== undefined && last[1] === number - 1) last[1] = number;
    else runs.push([number, number]);
  }
  return runs.map(([from, to]) => (from === to ? String(from) : `${from}至${to}`)).join('、');
}

function attachmentOf(
  title: string,
  requested: readonly Requested[],
  fields: Fields,
  { requests }: LetterTemplates,
): Attachment {
  return {
    title,
    head: ['序号', '来文要求', '依据', '商请意见'],
    rows: requested.map(({ phrase, basis, request }, i) => [
      String(i + 1),
      phrase,
      basis,
      filled(requests[request].short, fields),
    ]),
  };
}
