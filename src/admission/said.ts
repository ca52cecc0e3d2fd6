import type { Citation } from '#catalogue/citation.js';
import { citedPlace } from '#catalogue/citation.js';
import { APPLICATION_FIELDS, FIELD_ORDER } from './application.js';
import { decisionDue, unpaidOn } from './deadlines.js';
import { writtenField } from './form-fields.js';
import { unknownYear } from './notes.js';
import { type AdmissionProcess, type HeldStep, STEP_NAMES } from './process.js';
import { screeningOf } from './screening.js';
import { type Admission, STATE_NAMES, stateOn } from './state.js';

export const MEANS_NAMES = { funds: '经费', staff: '人员' } as const;

/** One line: number, state, task, department. */
export function summaryLine(admission: Admission, day: string): string {
  const { number, application } = admission;
  const state = STATE_NAMES[stateOn(admission, day)];
  return `${number} ${state}：${application.task ?? '（未写名称）'}（${application.department ?? '未写部门'}）`;
}

/** 办到哪一步: what anybody who holds the number may be told, and not what the offices wrote of it. */
export function statusLines(admission: Admission, process: AdmissionProcess, day: string): string[] {
  const { decision, returned, revoked, submittedOn } = admission;
  const state = stateOn(admission, day);
  const lines = [summaryLine(admission, day)];
  if (submittedOn !== null) lines.push(`提交：${submittedOn}`);
  if (returned !== null) lines.push(`退回补正（${returned.on}）：${returned.reason}`);
  const due = decisionDue(admission, process);
  if (due !== null)
    lines.push(
      `应在${due.day}前作出决定${due.day < day ? '，已经超期' : ''}`,
      ...due.unknownYears.map(unknownYear),
    );
  if (decision !== null) {
    const days = decision.from === null ? '' : `，自${decision.from}至${decision.to}`;
    lines.push(
      `决定（${decision.on}，${decision.number}）：${decision.admitted ? '准入' : '不予准入'}${days}。${decision.reason}`,
    );
  }
  if (revoked !== null) lines.push(`撤销：自${revoked.from}起不再实施。${revoked.reason}`);
  if (state === 'expired') lines.push('期限已满，社区不再承担；还要做的请重新申请。');
  return lines;
}

/** Everything there is of an application, for those who work on it. */
export function fullText(
  admission: Admission & { screening?: unknown },
  process: AdmissionProcess,
  day: string,
): string {
  const { application, review, meeting, receipts, regionName, withdrawn } = admission;
  const fields = FIELD_ORDER.flatMap((field) => {
    const written = writtenField(field, application);
    return written === '' ? [] : [`${APPLICATION_FIELDS[field]}：${written}`];
  });
  const opinion = (name: string, { on, by, agrees, text }: NonNullable<Admission['review']>) =>
    `${name}（${on}，${by}）：${agrees ? '同意' : '不同意'}。${text}`;
  const screening = screeningOf(admission.screening);
  const unpaid = unpaidOn(admission, day).map(
    ({ means, due, missing }) =>
      `没有到位：${MEANS_NAMES[means]}，应在${due}前到位${missing === null ? '' : `，还差${missing}元`}`,
  );
  return [
    ...statusLines(admission, process, day),
    `地区：${regionName}　程序：${process.name}`,
    '',
    ...fields,
    ...(screening === null
      ? []
      : ['', '对照清单：', ...screening.said, ...screening.near.map((row) => `相近：${row}`)]),
    ...(screening === null ? [] : [...screening.basis, ...screening.notes.map((note) => `注意：${note}`)]),
    ...(review === null ? [] : ['', opinion('审核', review)]),
    ...(meeting === null
      ? []
      : [opinion('会商', meeting), `参加：${meeting.participants.join('、') || '未记'}`]),
    ...(withdrawn === null ? [] : [`撤回（${withdrawn.on}）：${withdrawn.reason}`]),
    ...receipts.map(
      ({ means, on, amount, proof }) =>
        `到位（${on}）：${MEANS_NAMES[means]}${amount === null ? '' : `${amount}元`}，${proof}`,
    ),
    ...unpaid,
  ].join('\n');
}

/** 准入程序 of a region, step by step with the source of each. `citationOf` gives the citation of a row. */
export function processLines(
  process: AdmissionProcess,
  citationOf: (row: string) => Citation | null,
): string[] {
  const lines = [`${process.name}：`];
  const sources: string[] = [];
  const mark = (row: string | undefined): string => {
    const citation = row === undefined ? null : citationOf(row);
    if (citation === null) return '';
    const said = sourceLine(citation);
    if (!sources.includes(said)) sources.push(said);
    return `〔${sources.indexOf(said) + 1}〕`;
  };
  const name = mark(process.row);
  if (!process.isDefault) lines[0] = `${process.name}${name}：`;
  const steps = process.steps.map((step, i) => `${i + 1}. ${stepText(step)}${mark(step.row)}`);
  lines.push(...steps);
  if (process.steps.some(({ isDefault }) => isDefault)) {
    lines.push('标有“默认”的步骤是没有见到当地规定时本程序的走法，不是规定，请以当地正式文件为准。');
  }
  if (process.gap !== null) lines.push(`还缺：${process.gap}`);
  return [...lines, '依据：', ...sources.map((source, i) => `〔${i + 1}〕${source}`)];
}

function stepText({ step, who, does, form, limit, lead, isDefault, gap }: HeldStep): string {
  const parts = [
    who === undefined ? does : `${who}：${does}`,
    form === undefined || does.includes(form) ? '' : `填${form}。`,
    lead === undefined || does.includes(`${lead}个工作日`) ? '' : `至少提前${lead}个工作日。`,
    limit === undefined || does.includes(`${limit}个工作日`) ? '' : `${limit}个工作日内。`,
    gap === undefined ? '' : `（${gap}）`,
  ];
  return `${STEP_NAMES[step]}${isDefault ? '（默认）' : ''}。${parts.join('')}`;
}

const EVIDENCE = {
  primary: '',
  partial: '（只见到部分原文）',
  secondary: '（据报道转述，未见原件）',
} as const;

export function sourceLine(citation: Citation): string {
  return `${citedPlace(citation)}，${citation.region}${EVIDENCE[citation.evidence]}`;
}
