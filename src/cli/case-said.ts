import {
  type Case,
  classWords,
  DUE_WORDS,
  EVENT_WORDS,
  KIND_WORDS,
  SOURCE_WORDS,
  STATE_WORDS,
} from '#cases/index.js';
import type { CaseRow, StoredCase } from '#storage/ports.js';

/** One line of a list, as cells. */
export function rowCells({
  number,
  region,
  receivedOn,
  kind,
  class: sorted,
  state,
  text,
  matter,
  office,
  due,
}: CaseRow): string[] {
  return [
    number,
    region,
    receivedOn,
    kind === 'paper' ? KIND_WORDS.paper : classWords(sorted),
    STATE_WORDS[state],
    due === null ? '' : `${due.day} 前${DUE_WORDS[due.for]}`,
    office ?? '',
    matter ?? shortened(text),
  ];
}

const SHORT = 30;
const shortened = (text: string) =>
  [...text].length > SHORT ? `${[...text].slice(0, SHORT).join('')}…` : text;

/** A case as whoever works on it reads it. */
export function caseLines({ number, region, code, one, contact, history }: StoredCase): string[] {
  return [
    `${number}（${region}）  ${STATE_WORDS[one.state]}`,
    `${KIND_WORDS[one.kind]}：${one.text}`,
    ...(contact === null ? [] : [contactLine(contact)]),
    `${one.receivedOn} ${SOURCE_WORDS[one.source]}接件，查询码 ${code}`,
    ...sortingLines(one),
    ...(one.office === null ? [] : [`现在由${one.office.name}办理（${one.office.since}起）`]),
    ...(one.due === null
      ? []
      : [
          `${one.due.day} 前${DUE_WORDS[one.due.for]}${one.due.sure ? '' : '（该年放假安排未公布，按周一至周五计）'}`,
        ]),
    ...(one.result === null
      ? []
      : [
          `结果：${one.result.text}${one.result.paperNumber === null ? '' : `（${one.result.paperNumber}）`}`,
        ]),
    ...one.attachments.map(({ no, name, size }) => `附件 ${no}：${name}（${Math.ceil(size / 1024)} KB）`),
    '经过：',
    ...history.map(({ at, actor, type, detail }) =>
      `  ${inChina(at)} ${actor} ${EVENT_WORDS[type]} ${said(detail)}`.trimEnd(),
    ),
  ];
}

function contactLine({ name, phone, place }: NonNullable<StoredCase['contact']>): string {
  const parts = [name, phone, place === null ? null : `地点：${place}`];
  return `联系：${parts.filter((part) => part !== null && part !== '').join('，')}`;
}

function sortingLines({ kind, sorting, paper }: Case): string[] {
  if (kind === 'paper')
    return [
      ...(paper?.says ?? []),
      ...(paper?.gaps ?? []),
      ...(paper?.route ? [`去哪办：${paper.route}`] : []),
    ];
  const { responsible, committee, turnTo, basis } = sorting;
  return [
    `分流：${classWords(sorting.class)}。${sorting.why}${sorting.by === 'person' ? '（人工分流）' : ''}`,
    ...(responsible === null ? [] : [`谁来办：${responsible}`]),
    ...(committee === null ? [] : [`社区能做的：${committee}`]),
    ...(turnTo === null ? [] : [`去哪找：${turnTo}`]),
    ...basis.map((line) => `依据：${line}`),
  ];
}

/** What of an event's particulars is words, and not a code. */
const WORDS: readonly string[] = [
  'to',
  'reason',
  'participants',
  'place',
  'note',
  'result',
  'text',
  'basis',
  'how',
];

function said(detail: Readonly<Record<string, unknown>>): string {
  return WORDS.flatMap((name) => {
    const value = detail[name];
    return typeof value === 'string' ? [value] : Array.isArray(value) ? [value.join('、')] : [];
  }).join('；');
}

/** A time as it is in China. */
const inChina = (at: string): string =>
  new Date(Date.parse(at) + 8 * 3600_000).toISOString().slice(0, 16).replace('T', ' ');
