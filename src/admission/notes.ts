import type { Application } from './application.js';
import { latestSubmission, promisesNothing } from './deadlines.js';
import { type AdmissionProcess, stepOf } from './process.js';

/** What reviewers have to know of an application besides its screening. Nothing of it stops a submission: no source says so. */
export function notesOn(application: Application, process: AdmissionProcess, day: string): string[] {
  const notes: string[] = [];
  const latest = latestSubmission(application.from, process);
  const lead = stepOf(process, 'apply')?.lead;
  if (latest !== null && day > latest.day) {
    notes.push(
      `提交晚了：${process.name}要求至少提前${lead}个工作日申请，${application.from}开始的事项应在${latest.day}前提交。`,
    );
  }
  for (const year of latest?.unknownYears ?? []) notes.push(unknownYear(year));
  if (promisesNothing(application.funds)) notes.push('没有安排经费，按“费随事转”请先商定。');
  if (promisesNothing(application.staff)) notes.push('没有安排人员，请说明社区现有人手怎么完成。');
  if (application.plaques.length > 0)
    notes.push(`要挂牌子：${application.plaques.join('、')}，挂牌另按当地挂牌规定核定。`);
  return notes;
}

/** Said wherever a day was reckoned through a year whose holidays aren't published yet. */
export function unknownYear(year: number): string {
  return `${year}年的放假安排还没有收录，工作日按周一至周五算。`;
}
