import type { Case } from './case.js';
import { classWords, DUE_WORDS, OUTCOME_WORDS, STATE_WORDS } from './words.js';

/** What whoever has number and code is told of a case: where it is and what came of it, nothing of who works on it. */
export interface CaseStatus {
  number: string;
  receivedOn: string;
  kind: Case['kind'];
  /** What it is about, in the library's words where the matter was recognised. */
  about: string;
  state: string;
  sorted: string;
  why: string;
  office: string | null;
  due: string | null;
  result: string | null;
  paperNumber: string | null;
  reply: string | null;
  returns: readonly string[];
}

/** @param number as the receipt has it */
export function statusOf(number: string, one: Case): CaseStatus {
  const { sorting, result, due, office, reply } = one;
  const handedOut = one.reply !== null || one.state === 'closed';
  return {
    number,
    receivedOn: one.receivedOn,
    kind: one.kind,
    about: one.kind === 'paper' ? (one.paper?.name ?? '开证明') : (sorting.matter ?? one.text),
    state: STATE_WORDS[one.state],
    sorted: one.kind === 'paper' ? '开证明' : classWords(sorting.class),
    why: sorting.why,
    office: office?.name ?? null,
    due: due === null ? null : `${due.day} 前${DUE_WORDS[due.for]}`,
    result: result === null || !handedOut ? null : `${OUTCOME_WORDS[result.outcome]}：${result.text}`,
    paperNumber: handedOut ? (result?.paperNumber ?? null) : null,
    reply: reply?.text ?? null,
    returns: one.returns.map(({ day, from, reason }) => `${day} ${from}退回：${reason}`),
  };
}

/** The status as it is read out. */
export function statusText(status: CaseStatus): string {
  const lines = [
    `${status.number}：${status.state}。`,
    `办的事：${status.about}（${status.receivedOn} 接件）`,
    status.kind === 'paper' ? '' : `分流：${status.sorted}。${status.why}。`,
    status.office === null ? '' : `现在由${status.office}办理。`,
    ...status.returns,
    status.due === null ? '' : `下一步：${status.due}。`,
    status.result === null ? '' : `结果：${status.result}`,
    status.paperNumber === null ? '' : `文书编号：${status.paperNumber}`,
    status.reply === null ? '' : `答复：${status.reply}`,
  ];
  return lines
    .filter((line) => line !== '')
    .join('\n')
    .replaceAll('。。', '。');
}
