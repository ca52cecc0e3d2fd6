import { VOICES } from '#answer/verdicts.js';
import type { Verdict } from '#ruling/index.js';

/** A verdict in the words, sign and colour of the chat page. */
export function VerdictTag({ verdict }: { verdict: Verdict }) {
  const { sign, label, tone } = VOICES[verdict];
  return (
    <span className={`tone tone-${tone}`}>
      <span aria-hidden="true">{sign} </span>
      {label}
    </span>
  );
}
