import { QingdanError, shown } from '#errors.js';
import { isDay } from '#text/days.js';
import {
  APPLICATION_FIELDS,
  type ApplicationDraft,
  type ApplicationField,
  checkDraft,
  FIELD_ORDER,
  type PromisedMeans,
} from './application.js';

/** The days written in a text as 2026-12-01, 2026年12月1日, 2026.12.1 or 2026/12/1, as YYYY-MM-DD. */
const WRITTEN_DAY = /(\d{4})\s?[-年./]\s?(\d{1,2})\s?[-月./]\s?(\d{1,2})\s?日?/gu;
/** 3000元, 3,000元, 1.2万元. */
const WRITTEN_SUM = /(\d[\d,，]{0,14}(?:\.\d{1,4})?)\s?(万)?\s?元/u;
/** What says that there is nothing to write. */
const NOTHING = /^(?:无|没有|不需要|不涉及|暂无|不用|—|-|\/)[。.]?$/u;

/**
 * The value of one field as it is written on a form or said in a conversation.
 * @throws QingdanError QD-INPUT, which says how to write it
 */
export function fieldFrom(field: ApplicationField, written: string): ApplicationDraft {
  const text = written.trim();
  switch (field) {
    case 'from':
    case 'to':
      return checkDraft({ [field]: dayFrom(field, text) });
    case 'staff':
    case 'funds':
      return checkDraft({ [field]: promiseFrom(text) });
    case 'forms':
    case 'plaques':
    case 'apps':
      return checkDraft({ [field]: namesFrom(text) });
    default:
      return checkDraft({ [field]: text });
  }
}

function dayFrom(field: ApplicationField, text: string): string {
  const [day, another] = daysIn(text);
  if (day !== undefined && another === undefined) return day;
  throw new QingdanError(
    'QD-INPUT',
    `「${APPLICATION_FIELDS[field]}」请写成 2026-12-01 这样，收到的是「${shown(text)}」`,
  );
}

function daysIn(text: string): string[] {
  const written = Array.from(text.matchAll(WRITTEN_DAY), ([, year = '', month = '', day = '']) =>
    [year, month.padStart(2, '0'), day.padStart(2, '0')].join('-'),
  );
  return written.filter(isDay);
}

/** 每个社区每年3000元，2026-12-31前到位: the words, the sum and the day in them. */
function promiseFrom(text: string): PromisedMeans {
  const sum = WRITTEN_SUM.exec(text);
  const amount = sum === null ? undefined : Number(sum[1]?.replace(/[,，]/gu, '')) * (sum[2] ? 10_000 : 1);
  const due = daysIn(text).at(-1);
  return { what: text, ...(amount === undefined ? {} : { amount }), ...(due === undefined ? {} : { due }) };
}

function namesFrom(text: string): string[] {
  if (NOTHING.test(text)) return [];
  return text.split(/[、，,；;\n]+/u).flatMap((name) => name.trim() || []);
}

/** How a value is written, so that `fieldFrom` reads it back. */
export function writtenField(field: ApplicationField, draft: ApplicationDraft): string {
  const value = draft[field];
  if (value === undefined) return '';
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.length === 0 ? '无' : value.join('、');
  return (value as PromisedMeans).what;
}

/** The field that a label of a form names: 经费保障, 经费保障（费随事转）; null where it names none. */
export function fieldLabelled(label: string): ApplicationField | null {
  const bare = label.replace(/[\s：:*]+/gu, '').replace(/（.*）$/u, '');
  return FIELD_ORDER.find((field) => APPLICATION_FIELDS[field] === bare) ?? null;
}

/**
 * The application of a form that was filled in: rows of label and content, side by side.
 * @throws QingdanError QD-INPUT where a field isn't written as it should be, or no field is found
 */
export function applicationFrom(rows: readonly (readonly string[])[]): ApplicationDraft {
  let draft: ApplicationDraft = {};
  for (const cells of rows) {
    for (const [i, cell] of cells.entries()) {
      const field = fieldLabelled(cell);
      const content = cells[i + 1]?.trim() ?? '';
      // An empty cell is a field left out, and the form's own hints stand in （）.
      if (field === null || content === '' || /^（[^（）]*）$/u.test(content)) continue;
      draft = { ...draft, ...fieldFrom(field, content) };
    }
  }
  if (Object.keys(draft).length > 0) return draft;
  const names = FIELD_ORDER.map((field) => APPLICATION_FIELDS[field]).join('、');
  throw new QingdanError(
    'QD-INPUT',
    `没有认出申请表的栏目，请用「qingdan admission form」生成的表；栏目有：${names}`,
  );
}
