import type { DocxBlock } from '#documents/write-docx.js';
import { QingdanError } from '#errors.js';
import { APPLICATION_FIELDS, type ApplicationDraft, type ApplicationField } from './application.js';
import { writtenField } from './form-fields.js';
import { type AdmissionProcess, stepOf } from './process.js';
import { screeningOf } from './screening.js';
import type { Admission } from './state.js';

/** The papers of a procedure that are written as documents. */
export const FORM_KINDS = ['申请表', '审核意见', '决定书'] as const;
export type FormKind = (typeof FORM_KINDS)[number];

export interface Form {
  title: string;
  blocks: DocxBlock[];
}

/** Fields in pairs and alone, as they stand on the form, with the room that an empty one needs. */
const LAYOUT: readonly (readonly [ApplicationField, ApplicationField | null, number])[] = [
  ['task', null, 1],
  ['department', 'contact', 1],
  ['description', null, 4],
  ['basis', null, 3],
  ['scope', null, 2],
  ['from', 'to', 1],
  ['workload', null, 2],
  ['staff', null, 2],
  ['funds', null, 2],
  ['power', null, 2],
  ['forms', null, 1],
  ['plaques', null, 1],
  ['apps', null, 1],
];

const written = (day: string): string => {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
};
/** Where a hand signs and dates. */
const SIGNED = '（盖章）　　　　年　　月　　日';

/** 申请表, filled in as far as the application goes; a blank one where there is none yet. */
export function applicationForm(
  process: AdmissionProcess,
  given: { number?: string; regionName: string; application: ApplicationDraft; screening?: unknown },
): Form {
  const { number, regionName, application } = given;
  const title = stepOf(process, 'apply')?.form ?? '社区工作准入事项申请表';
  const content = (field: ApplicationField) => writtenField(field, application);
  const rows = LAYOUT.map(([field, beside, lines]) => ({
    cells:
      beside === null
        ? [APPLICATION_FIELDS[field], content(field)]
        : [APPLICATION_FIELDS[field], content(field), APPLICATION_FIELDS[beside], content(beside)],
    lines,
  }));
  const screening = screeningOf(given.screening);
  const found =
    screening === null
      ? []
      : [
          {
            cells: [
              '清单对照',
              [...screening.said, ...screening.near.map((row) => `相近：${row}`)].join('\n'),
            ],
          },
          { cells: ['依据核对', [...screening.basis, ...screening.notes].join('\n')] },
        ];
  return {
    title,
    blocks: [
      { type: 'title', text: title },
      { type: 'paragraph', text: `地区：${regionName}　　编号：${number ?? ''}`, at: 'left' },
      { type: 'form', rows: [...rows, ...found, { cells: ['申请单位意见', `\n${SIGNED}`], lines: 3 }] },
    ],
  };
}

/** 审核意见, of the review and of the meeting as far as they have been held. */
export function opinionForm(process: AdmissionProcess, admission: Admission & { screening?: unknown }): Form {
  const { number, regionName, application, review, meeting } = admission;
  if (review === null && meeting === null) {
    throw new QingdanError('QD-STATE', `${number} 还没有审核或者会商，没有意见可写`);
  }
  const screening = screeningOf(admission.screening);
  const opinion = ({ agrees, text, by, on }: NonNullable<Admission['review']>) =>
    `${agrees ? '同意准入' : '不同意准入'}。${text}\n${by}　${written(on)}`;
  const title = '社区工作准入事项审核意见';
  return {
    title,
    blocks: [
      { type: 'title', text: title },
      { type: 'paragraph', text: `地区：${regionName}　　编号：${number}`, at: 'left' },
      {
        type: 'form',
        rows: [
          { cells: ['事项名称', application.task ?? ''] },
          { cells: ['申请部门', application.department ?? ''] },
          { cells: ['清单对照', (screening?.said ?? []).join('\n')], lines: 2 },
          { cells: ['依据核对', (screening?.basis ?? []).join('\n')], lines: 2 },
          ...(screening === null || screening.notes.length === 0
            ? []
            : [{ cells: ['提示', screening.notes.join('\n')] }]),
          ...(review === null ? [] : [{ cells: ['审核意见', opinion(review)], lines: 4 }]),
          ...(meeting === null
            ? []
            : [
                { cells: ['会商意见', opinion(meeting)], lines: 4 },
                { cells: ['参加单位', meeting.participants.join('、')] },
              ]),
          { cells: ['审核单位', `\n${SIGNED}`], lines: 3 },
        ],
      },
      { type: 'paragraph', text: `程序：${process.name}`, at: 'left' },
    ],
  };
}

/** 决定书. @throws QingdanError QD-STATE where nothing has been decided */
export function decisionForm(process: AdmissionProcess, admission: Admission): Form {
  const { number, regionName, application, decision } = admission;
  if (decision === null) throw new QingdanError('QD-STATE', `${number} 还没有决定，不能出决定书`);
  const {
    department = '',
    task = '',
    scope = '',
    funds,
    staff,
    power = '',
    forms = [],
    plaques = [],
    apps = [],
  } = application;
  const list = (names: readonly string[]) => (names.length === 0 ? '无' : names.join('、'));
  const title = decision.admitted ? '社区工作事项准入决定书' : '社区工作事项不予准入决定书';
  const decider = stepOf(process, 'decide');
  const terms =
    decision.from === null || decision.to === null
      ? ['未经准入，不得要求社区（村）承担该事项，也不得以考核、检查等方式变相布置。']
      : [
          `一、准入期限：自${written(decision.from)}起，至${written(decision.to)}止。期满自动退出，需要继续的，应当重新申请。`,
          `二、实施范围：${scope}。`,
          `三、费随事转：${funds?.what ?? '无'}；人员保障：${staff?.what ?? '无'}。申请部门应当按期落实，未落实的，社区（村）可以向主管部门反映。`,
          `四、权随责走：${power}。`,
          `五、表格：${list(forms)}；牌子：${list(plaques)}；应用程序：${list(apps)}。此外不得另行增加。`,
        ];
  return {
    title,
    blocks: [
      { type: 'title', text: title },
      { type: 'paragraph', text: decision.number, at: 'centre' },
      { type: 'paragraph', text: `${department}：`, at: 'left' },
      {
        type: 'paragraph',
        text: `你单位关于“${task}”进入${regionName}社区（村）的申请（${number}）收悉。经研究，决定${decision.admitted ? '准予' : '不予'}准入。理由：${decision.reason.replace(/[。.]$/u, '')}。`,
      },
      ...terms.map((text): DocxBlock => ({ type: 'paragraph', text })),
      {
        type: 'paragraph',
        text:
          decider?.isDefault === false && decider.who !== undefined
            ? `${decider.who}（盖章）`
            : '（决定机关盖章）',
        at: 'right',
      },
      { type: 'paragraph', text: written(decision.on), at: 'right' },
    ],
  };
}
