import { rowById } from '../../catalogue/knowledge-base.js';
import { kindOf } from '../../catalogue/rows.js';
import type { Answer, Choice } from '../../decision/answer.js';
import { decide, type Scope } from './ask-desk.js';
import type { Turn } from './intent.js';

/** Wordings tried; each is one decision. */
const WORDINGS = 6;

/**
 * The answer about a row that was chosen. The decision takes words, so it is asked in the row's own words until it
 * answers about that row; where it never does, the answer to the row's name is given as it is.
 */
export function answerAbout(turn: Turn, choice: Choice, scope: Scope): Answer {
  let first: Answer | null = null;
  for (const text of wordingsOf(turn, choice)) {
    const answer = decide(turn, text, scope);
    first ??= answer;
    if (answer.choices.length === 0 && speaksOf(answer, choice.id)) return answer;
  }
  return first ?? decide(turn, choice.label, scope);
}

function wordingsOf({ desk: { kb } }: Turn, { id }: Choice): string[] {
  const row = rowById(kb, id);
  if (row === undefined) return [];
  if (row.type === 'provision') return [...row.provision.aliases, row.provision.topic].slice(0, WORDINGS);
  const { name, aliases } = row.item;
  const kind = kindOf(row);
  const question =
    kind === 'may-certify' || kind === 'must-not-certify' ? `社区能开${name}吗` : `${name}归社区管吗`;
  return [question, name, ...aliases].slice(0, WORDINGS);
}

function speaksOf({ item, explanation, candidates }: Answer, id: string): boolean {
  return item?.id === id || explanation.rows[0] === id || candidates[0]?.id === id;
}
