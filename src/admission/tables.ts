import type { SheetToWrite } from '#documents/write.js';
import { APPLICATION_FIELDS } from './application.js';
import { unpaidOn } from './deadlines.js';
import { writtenField } from './form-fields.js';
import { MEANS_NAMES } from './said.js';
import { type Admission, STATE_NAMES, stateOn } from './state.js';

/** 登记簿: every application, a row each, in the order of their numbers. */
export function registerSheet(admissions: readonly Admission[], day: string): SheetToWrite {
  const head = [
    '编号',
    '地区',
    '事项名称',
    '申请部门',
    '提交日期',
    '状态',
    '审核',
    '会商',
    '决定日期',
    '决定文号',
    '决定',
    '起',
    '止',
    '理由或原因',
  ];
  const opinion = (given: Admission['review']) =>
    given === null ? '' : `${given.on} ${given.agrees ? '同意' : '不同意'}`;
  const rows = admissions.map((admission) => {
    const {
      number,
      regionName,
      application,
      submittedOn,
      review,
      meeting,
      decision,
      revoked,
      withdrawn,
      returned,
    } = admission;
    return [
      number,
      regionName,
      application.task ?? '',
      application.department ?? '',
      submittedOn ?? '',
      STATE_NAMES[stateOn(admission, day)],
      opinion(review),
      opinion(meeting),
      decision?.on ?? '',
      decision?.number ?? '',
      decision === null ? '' : decision.admitted ? '准入' : '不予准入',
      decision?.from ?? '',
      decision?.to ?? '',
      revoked?.reason ?? withdrawn?.reason ?? decision?.reason ?? returned?.reason ?? '',
    ];
  });
  return {
    name: '准入登记簿',
    rows: [head, ...rows],
    landscape: true,
    widths: [22, 18, 28, 18, 12, 16, 18, 18, 12, 22, 10, 12, 12, 36],
  };
}

/** 年度目录: the tasks that were in force on some day of a year, with what came along with them. */
export function yearSheet(admissions: readonly Admission[], year: number, day: string): SheetToWrite {
  const [first, last] = [`${year}-01-01`, `${year}-12-31`];
  const held = admissions.filter(({ decision, revoked }) => {
    if (decision === null || decision.from === null || decision.to === null || decision.from > last)
      return false;
    // A revocation names the first day on which it no longer holds.
    return (
      decision.to >= first && (revoked === null || (revoked.from > first && revoked.from > decision.from))
    );
  });
  const fields = [
    'basis',
    'scope',
    'workload',
    'funds',
    'staff',
    'power',
    'forms',
    'plaques',
    'apps',
  ] as const;
  const head = [
    '序号',
    '事项名称',
    '申请部门',
    '准入文号',
    '起',
    '止',
    ...fields.map((field) => APPLICATION_FIELDS[field]),
    '保障到位',
  ];
  const rows = held.map((admission, i) => {
    const { application, decision, revoked } = admission;
    const unpaid = unpaidOn(admission, day).map(({ means }) => MEANS_NAMES[means]);
    return [
      String(i + 1),
      application.task ?? '',
      application.department ?? '',
      decision?.number ?? '',
      decision?.from ?? '',
      revoked === null ? (decision?.to ?? '') : `${revoked.from}起撤销`,
      ...fields.map((field) => writtenField(field, application)),
      unpaid.length === 0 ? '' : `${unpaid.join('、')}没有到位`,
    ];
  });
  return {
    name: `${year}年准入目录`,
    rows: [head, ...rows],
    landscape: true,
    widths: [6, 28, 18, 22, 12, 14, 30, 20, 20, 24, 24, 16, 18, 14, 14, 16],
  };
}
