/**
 * What a message does in a conversation. `question` is whatever stands for itself; the others lean on what was said
 * before, speak of the person, or of the assistant.
 */
export const TURN_KINDS = [
  'question',
  // Of the last answer, or of one thing of a list.
  'basis',
  'where',
  'who',
  'materials',
  'cost',
  'time',
  'next',
  'refuse',
  'reply',
  'letter',
  'explain',
  'confirm',
  // Which thing is meant.
  'fact',
  'object',
  'pick',
  'none',
  'correct',
  'scope',
  'vague',
  // Lists.
  'lists',
  'more',
  // Between people.
  'useful',
  'wrong',
  'thanks',
  'hello',
  'bye',
  'ok',
  'anger',
  'chat',
  // Of the assistant.
  'identity',
  'trust',
  'privacy',
  'forget',
  'handoff',
  'help',
] as const;
export type TurnKind = (typeof TURN_KINDS)[number];

/** One line of knowledge/turns: a message and what it does. */
export interface TurnLine {
  readonly kind: TurnKind;
  readonly text: string;
}
