import { replyMessage, type ScreenedTask, voiceOf } from '#answer/index.js';
import {
  type LetterFile,
  type NoticeHead,
  requestsOf,
  taskOfAnswer,
  unseenHead,
} from '#answer/letters/index.js';
import { REPORT_MEDIA_TYPES } from '#answer/report/index.js';
import { textOnly } from '#conversation/answer-blocks.js';
import { scopeOf } from '#conversation/ask-desk.js';
import { defineIntent, type Outcome, type Turn } from '#conversation/intent.js';
import { kindOf } from '#conversation/leaning.js';
import { addresseeOf, letterAsked } from '#conversation/letter-wish.js';
import type { Block } from '#conversation/message.js';
import { visitorOf } from '#conversation/notice-desk.js';
import { missing, nameOf, said } from '#conversation/on-subject.js';
import type { Shown } from '#conversation/state.js';
import { isSubject, type Subject, subjectOf } from '#conversation/subject.js';
import type { Role } from '#ruling/index.js';

const NOTHING = '请先说是哪件事、哪份证明，或者把通知发来，我再起草。';

/** A letter, ready to copy and as .docx, or a short message to send on. */
export const intent = defineIntent<'letter' | 'reply'>({
  id: 'draft',
  precedence: 45,
  interrupts: false,
  examples: [
    '帮我写个退回函',
    '拟一份商请函',
    '抬头写镇人民政府',
    '怎么回他',
    '怎么回绝',
    '帮我拟几句话回街道',
    '怎么跟居民解释',
  ],
  slots: (turn) => (letterAsked(turn.said) ? 'letter' : kindOf(turn, 'letter', 'reply')),
  handler(sort, turn) {
    const subject = subjectOf(turn);
    if (sort === 'letter' && wholeNotice(turn, subject)) return letterOf(turn, null);
    if (!isSubject(subject)) return { blocks: textOnly(missing(turn, subject, NOTHING)) };
    if (subject.answer.choices.length > 0 && subject.task === null) return said(turn, subject, []);
    return sort === 'letter' ? letterOf(turn, subject) : replyTo(turn, subject);
  },
});

/** No task of the notice on the screen is pointed at, so all of them are meant. */
const wholeNotice = ({ state }: Turn, subject: ReturnType<typeof subjectOf>): boolean =>
  state.shown?.is === 'notice' &&
  (isSubject(subject) ? subject.from === 'last' && subject.task !== null : subject.none === 'nothing');

function replyTo(turn: Turn, subject: Subject): Outcome {
  const role = scopeOf(turn).role ?? 'resident';
  const { answer, task } = subject;
  const judged = task === null ? answer : { ...answer, verdict: task.verdict, citations: task.citations };
  const message = replyMessage(judged, task?.phrase ?? answer.explanation.subject, senderOf(turn, role));
  if (message === null)
    return said(turn, subject, textOnly('还没有分清是哪件事，没法替您回。请先把事情说清楚。'));
  return said(turn, subject, textOnly(`可以这样说，直接复制：\n${message}`));
}

/** 怎么跟居民解释, 怎么回街道: only the committee answers these. */
const senderOf = ({ said: text }: Turn, role: Role): Role =>
  role === 'resident' && /居民|群众|老乡|来人|街道|镇里?|乡里?|领导|科室|工单/u.test(text) ? 'worker' : role;

async function letterOf(turn: Turn, subject: Subject | null): Promise<Outcome> {
  const { tasks, head } = matterOf(turn, subject);
  const to = addresseeOf(turn.said) ?? turn.state.addressee ?? head.issuer ?? undefined;
  const screening = { ...head, tasks, skipped: [] };
  const sender = { committee: turn.state.signer, to };
  const letters = await turn.desk.notices.letters(screening, sender, visitorOf(turn.message));
  const state = to === undefined || to === head.issuer ? {} : { addressee: to };
  const wished = letterAsked(turn.said);
  const fitting = letters.filter(({ requests }) => fits(wished, requests));
  const given = fitting.length > 0 ? fitting : letters;
  if (given.length === 0) {
    const unsure = requestsOf(screening, new Set()).withheld.length > 0;
    return withState(unsure ? unchecked(turn, subject) : noLetter(turn, subject), state);
  }
  const note =
    fitting.length > 0 ? [] : textOnly(`这件事适合写${given.map(({ name }) => name).join('、')}：`);
  const blocks: Block[] = [...note, ...given.flatMap(({ text }) => textOnly(text))];
  for (const { name, bytes } of given)
    blocks.push({ type: 'file', name: `${name}.docx`, mediaType: REPORT_MEDIA_TYPES['.docx'], bytes });
  const outcome = subject === null ? { blocks } : said(turn, subject, blocks);
  return withState(outcome, state);
}

/** A letter that sends back asks for anything but means. */
function fits(wished: ReturnType<typeof letterAsked>, requests: LetterFile['requests']): boolean {
  if (wished === 'means') return requests.includes('means');
  return wished === 'return' ? !requests.includes('means') : true;
}

/** Nothing goes into a letter that nobody has checked. */
function unchecked(turn: Turn, subject: Subject | null): Outcome {
  const text =
    '这件事的判定还没有把握，或者依据只见到转述，没有核对原件，不好直接写进函里。请先核对依据，或者请有经验的同事看一看，再发函。';
  if (subject === null) return { blocks: textOnly(text) };
  const role = scopeOf(turn).role ?? 'resident';
  const message = replyMessage(subject.answer, subject.answer.explanation.subject, role);
  return said(
    turn,
    subject,
    textOnly(message === null ? text : `${text}\n要先口头答复，可以这样说：\n${message}`),
  );
}

const withState = (outcome: Outcome, state: Outcome['state']): Outcome => ({
  ...outcome,
  state: { ...outcome.state, ...state },
});

/** What the letter is about: one task or answer, else all tasks of the notice on the screen. */
function matterOf({ state }: Turn, subject: Subject | null): { tasks: ScreenedTask[]; head: NoticeHead } {
  const shown: Shown | null = state.shown;
  if (subject === null) {
    const tasks = (shown?.items ?? []).flatMap(({ task }) => (task === undefined ? [] : [task]));
    return { tasks, head: shown?.notice as NoticeHead };
  }
  const { answer, task } = subject;
  const head = task !== null && shown?.notice !== undefined ? shown.notice : unseenHead(answer);
  return { tasks: [task ?? taskOfAnswer(answer, answer.explanation.subject ?? answer.question)], head };
}

/** Why no letter fits, and what can be sent instead. */
function noLetter(turn: Turn, subject: Subject | null): Outcome {
  if (subject === null) return { blocks: textOnly('这份通知里没有要退回或者要商请经费的任务，用不着写函。') };
  const { answer, task } = subject;
  const role = scopeOf(turn).role ?? 'resident';
  const { word } = voiceOf(task?.verdict ?? answer.verdict);
  const message = replyMessage(answer, answer.explanation.subject, role);
  const lines = [`${nameOf(subject)}判定是「${word}」，没有要退回的，也没有要商请经费的，用不着写函。`];
  if (message !== null) lines.push('要书面答复，可以用这几句：', message);
  return said(turn, subject, textOnly(lines.join('\n')));
}
