import { citationLine } from '../citations.js';
import type { ScreenedTask, Screening } from '../notices/screening.js';
import { type Voice, voiceOf } from '../verdicts.js';
import { BLANK, basisText, phraseText } from './summary.js';

/** A draft letter; paragraphs in order, every field from the screening or a marked blank. */
export interface Letter {
  sort: NonNullable<Voice['letter']>;
  /** Short, as a sheet is called. */
  name: string;
  title: string;
  paragraphs: string[];
}

/** The drafts that a screening gives reason for: 退回函 and 商请明确经费函. */
export function lettersFor(screening: Screening): Letter[] {
  return [returnLetter(screening), fundingLetter(screening)].filter((letter) => letter !== null);
}

/** 退回函: tasks that are barred, papers that aren't to be issued, and what is on no list. */
function returnLetter(screening: Screening): Letter | null {
  const returned = matters(screening, 'return');
  const barred = returned.filter(({ verdict }) => verdict !== 'not-listed');
  const open = returned.filter(({ verdict }) => verdict === 'not-listed');
  const unlisted = open.filter(({ certificate }) => !certificate);
  const papers = open.filter(({ certificate }) => certificate);
  if (barred.length + open.length === 0) return null;
  const groups: string[] = [];
  if (barred.length > 0) {
    groups.push('以下事项不应由社区（村）承担，请予收回：', ...barred.map(numbered));
  }
  if (unlisted.length > 0) {
    groups.push(
      '以下事项不在现有清单内，请先按规定办理准入，明确依据、经费和工作条件后再行商议：',
      ...unlisted.map(numbered),
    );
  }
  if (papers.length > 0) {
    groups.push(
      '以下证明不在现有证明清单内，不属于社区（村）应当出具的证明，请自行核实，或者说明所依据的法律、法规：',
      ...papers.map(numbered),
    );
  }
  return {
    sort: 'return',
    name: '退回函',
    title: '关于退回有关工作事项的函（草稿）',
    paragraphs: [...opening(screening), ...groups, '以上意见，请予支持，并请函复。', ...ending()],
  };
}

/** 商请明确经费函: what the committee helps with. */
function fundingLetter(screening: Screening): Letter | null {
  const helped = matters(screening, 'means');
  if (helped.length === 0) return null;
  return {
    sort: 'means',
    name: '商请明确经费函',
    title: '关于商请明确协助事项经费和责任的函（草稿）',
    paragraphs: [
      ...opening(screening),
      '以下事项，现行法律、法规或者清单规定由社区（村）协助、配合或者参与：',
      ...helped.map(numbered),
      `${meansText(screening)}商请贵单位明确：一、责任部门和联系人（${BLANK}）；二、需要社区协助的具体内容和期限（${BLANK}）；三、工作经费数额和拨付方式（${BLANK}）；四、所需的人员、设备和培训（${BLANK}）。`,
      '请予函复。',
      ...ending(),
    ],
  };
}

/** The rules that the request rests on; nothing where none is in force. */
function meansText({ meansRules }: Screening): string {
  return meansRules.length === 0
    ? ''
    : `按照${meansRules.map(citationLine).join('、')}关于协助工作的经费和条件的规定，`;
}

/** The tasks whose verdict sends them into a letter. */
function matters({ tasks }: Screening, letter: Letter['sort']): ScreenedTask[] {
  return tasks.filter(
    ({ demand, verdict }) =>
      voiceOf(verdict).letter === letter &&
      (demand === null || verdict === 'assist' || verdict === 'autonomy'),
  );
}

function opening({ issuer, title, number }: Screening): string[] {
  const document = `《${title ?? BLANK}》${number === null ? '' : `（${number}）`}`;
  return [`${issuer ?? BLANK}：`, `贵单位${document}收悉。经对照现行清单和规定逐项研究，现函告如下：`];
}

function numbered(task: ScreenedTask, index: number): string {
  const basis = basisText(task)[0] ?? BLANK;
  const check = task.band === 'confirm' ? '（发出前请人工核对）' : '';
  return `${index + 1}. “${phraseText(task)}”。依据：${basis}。${check}`;
}

function ending(): string[] {
  return [`${BLANK}居民（村民）委员会（盖章）`, `____年____月____日`, `联系人：${BLANK}　联系电话：${BLANK}`];
}
