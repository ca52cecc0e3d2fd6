import { type Answer, type Detail, detailsOf, sectionsOf } from '#answer/index.js';
import type { Citation } from '#catalogue/citation.js';
import { closingOf, textOnly } from '#conversation/answer-blocks.js';
import { decide } from '#conversation/ask-desk.js';
import { defineIntent, type Turn } from '#conversation/intent.js';
import { kindOf } from '#conversation/leaning.js';
import type { Block } from '#conversation/message.js';
import { nameOf, onSubject } from '#conversation/on-subject.js';
import type { Subject } from '#conversation/subject.js';
import { whomToAsk } from '#conversation/whom-to-ask.js';
import type { Verdict } from '#ruling/index.js';

/** What is asked, as the reply calls it. */
const WORDS: Readonly<Record<Detail, string>> = {
  materials: '要带什么材料',
  cost: '要多少钱、钱由谁出',
  time: '要多久',
};

/** Materials, money and time: what the sources say, else that they don't. */
export const intent = defineIntent<Detail>({
  id: 'details',
  precedence: 43,
  interrupts: false,
  examples: ['要带什么材料', '要不要钱', '几天能办好', '要给经费么', '办理时限是多久'],
  slots: (turn) => kindOf(turn, 'materials', 'cost', 'time'),
  handler(detail, turn) {
    const say = (subject: Subject): Block[] => {
      const { answer } = subject;
      const paid = detail === 'cost' ? paidBy(subject, turn) : null;
      const told = detailsOf(answer, detail).filter((one) => !paid?.text.includes(one));
      if (told.length === 0 && paid === null)
        return textOnly(unknown(subject, detail, whomToAsk(answer, turn.desk.office)));
      const text = [
        ...(told.length === 0
          ? []
          : [`${nameOf(subject)}${WORDS[detail]}，已收录的文件是这样写的：`, ...told]),
        ...(paid === null ? [] : [paid.text]),
      ].join('\n');
      const citations = told.length === 0 ? [] : answer.citations;
      const own = new Set(citations.map(placeOf));
      const further = (paid?.answer.citations ?? []).filter((one) => !own.has(placeOf(one)));
      return [
        { type: 'text', text },
        { type: 'citations', citations: [...further, ...citations], closing: closingOf(answer) },
      ];
    };
    return onSubject(turn, `请先说是哪件事、哪份证明，我再看${WORDS[detail]}。`, say, { detail: say });
  },
});

const placeOf = ({ title, locator }: Citation) => `${title} ${locator}`;

/** The rule on who brings money and hands for what a committee is asked to do (费随事转). */
const FUNDING = 'rule-funding';
/** Verdicts on work that somebody hands down. */
const HANDED: ReadonlySet<Verdict> = new Set(['assist', 'negative', 'not-listed']);
/** Of a rule on such work it is asked as well; of one on papers nothing is paid. */
const isRuleOnWork = ({ verdict, explanation: { sort } }: Answer) =>
  verdict === 'information' && sort !== 'paper';

/** Who pays for a task, by the rule that holds where it is asked; null for a paper or a wish of one's own. */
function paidBy({ answer, scope, task }: Subject, turn: Turn): { text: string; answer: Answer } | null {
  const isTask = task !== null || answer.explanation.sort === 'task' || answer.item?.kind === 'assist';
  const handed = isTask && HANDED.has(task?.verdict ?? answer.verdict);
  if (!handed && !isRuleOnWork(answer)) return null;
  const { date, region, role, how } = scope;
  const asked = { date, region, role, how: { ...how, rowId: undefined, about: FUNDING } };
  const rule = decide(turn, answer.question, asked);
  const [headline = ''] = sectionsOf(rule.sections, 'headline');
  return { text: `钱和人手由谁出：${headline}`, answer: rule };
}

/** That no document held says it, and whom to ask; of a paper that isn't to be had here, also where it is. */
function unknown(subject: Subject, detail: Detail, ask: string): string {
  const lines = [`${nameOf(subject)}${WORDS[detail]}，已收录的文件没有写，我不能替它猜。`];
  const [route] = sectionsOf(subject.answer.sections, 'route');
  if (subject.answer.verdict === 'must-not-certify')
    lines.push('社区不开这份证明，不用为它向社区交材料、交钱。');
  if (route !== undefined) lines.push(route);
  lines.push(ask);
  return lines.join('\n');
}
