import { type Citation, citedMark, citedPlace, citedTitle, NO_LOCATOR } from '#catalogue/citation.js';
import type { Role, Verdict } from '#ruling/index.js';
import type { Answer } from '../answer.js';
import { withStop } from '../punctuation.js';
import { sectionsOf } from '../section.js';

/** A short message to copy: to whoever asked for the paper or handed the task down. */
interface Message {
  /** What is said of the matter; `asker` is who sends the message, `paper`: it is a paper. */
  body: (name: string, asker: Role, paper: boolean) => string;
  /** Whether it names where to go instead. */
  routed: boolean;
}

const bySender = (committee: string, resident: string) => (asker: Role) =>
  asker === 'resident' ? resident : committee;

const BARRED_TASK = bySender(
  '请收回或者交主管部门办理；确需社区帮忙的，请先商量协助的内容、经费和条件。',
  '麻烦请负责的部门来办。',
);

/** By verdict; null where there is nothing to answer with. */
const MESSAGES = {
  autonomy: { body: (name) => `${name}属于社区自己的职责，按居民自治的程序办理。`, routed: false },
  assist: {
    body: (name, asker) =>
      asker === 'resident'
        ? `${name}由政府和有关部门负责，社区可以协助。`
        : `${name}社区可以协助，责任单位仍是贵部门。请书面写明要做什么、做到哪一步，并落实经费和工作条件。`,
    routed: false,
  },
  negative: {
    body: (name, asker) => `${name}按规定不应由社区承担。${BARRED_TASK(asker)}`,
    routed: false,
  },
  'may-certify': {
    body: (name) => `${name}符合条件的可以开，请带齐材料到社区，核实后据实出具。`,
    routed: false,
  },
  'must-not-certify': {
    body: (name) => `${name}按规定不由社区（居委会、村委会）出具。`,
    routed: true,
  },
  'not-listed': {
    body: (name, asker, paper) => {
      if (asker === 'resident') return `${name}不在社区的清单里，请说明贵单位依据的是哪条法律法规。`;
      return paper
        ? `${name}不在社区可以出具的证明里，社区没有依据开，请要证明的单位说明依据的是哪条法律法规，或者自行核实。`
        : `${name}不在现有清单里，社区不能直接接，请先写明依据、经费和要求，按准入的程序报批。`;
    },
    routed: false,
  },
  information: { body: () => '', routed: false },
  'triage-government': { body: (name) => `${name}由政府有关部门负责，社区会帮忙反映。`, routed: true },
  'triage-consult': { body: (name) => `${name}请大家坐下来商量，社区可以组织协商。`, routed: false },
  'triage-self': { body: (name) => `${name}属于自家的事，请自行联系办理，社区可以指个路。`, routed: true },
  clarify: null,
  'out-of-scope': null,
} satisfies Record<Verdict, Message | null>;

/**
 * A short message to send on, ready to copy; null where the answer says nothing to send.
 * @param name what is asked about, as the other side calls it; null where no name for it is known
 */
export function replyMessage(answer: Answer, name: string | null, asker: Role): string | null {
  const message: Message | null = MESSAGES[answer.verdict];
  if (message === null) return null;
  const [first] = answer.citations;
  const paper = answer.explanation.sort === 'paper';
  const called = name === null ? (paper ? '您要的这份证明' : '您说的这件事') : `「${name}」`;
  const parts = ['您好，', message.body(called, asker, paper)];
  if (answer.verdict === 'information' && first !== undefined)
    parts.push(withStop(`关于${called}，有这样的规定：${first.summary}`));
  const [route] = sectionsOf(answer.sections, 'route');
  if (message.routed && route !== undefined)
    parts.push(withStop(`要办的话，${route.replace(/^[^：]{2,4}：/u, '')}`));
  if (first !== undefined) parts.push(`依据是${placeOf(first)}。`);
  return `${parts.join('')}谢谢理解。`;
}

/** The source without a place that nobody knows. */
const placeOf = (citation: Citation): string =>
  citation.locator === NO_LOCATOR ? `${citedTitle(citation)}${citedMark(citation)}` : citedPlace(citation);
