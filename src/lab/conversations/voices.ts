import { packagePath } from '#app/files.js';
import { readMatterFiles } from '#app/matters.js';
import { fitTurns, readerOf, readTurnFiles } from '#app/turns.js';
import type { TurnKind } from '#conversation/turns/kinds.js';
import { parseTurnLines } from '#conversation/turns/lines.js';

/** How often the reader of turns is right on a voice that it never heard. */
export interface VoiceFigures {
  voice: string;
  lines: number;
  /** Share of lines whose best kind is theirs. */
  right: number;
  /** The same of the lines that it is at least half sure of, and how many of all these are. */
  rightWhenSure: number;
  sure: number;
}

/** Share of probability from which the reader counts as sure. */
const SURE = 0.5;

/** Each voice of knowledge/turns read by what the others teach, and which kinds are taken for which most often. */
export function measureVoices(): { figures: VoiceFigures[]; confused: [string, number][] } {
  const files = readTurnFiles().map((file) => ({ voice: file.path, lines: parseTurnLines(file) }));
  const { wordings } = readMatterFiles(packagePath('knowledge'));
  const confused = new Map<string, number>();
  const figures = files.map(({ voice, lines }): VoiceFigures => {
    const others = files.filter((file) => file.voice !== voice).flatMap((file) => file.lines);
    const read = readerOf(fitTurns(others, wordings));
    const judged = lines.map(({ kind, text }) => {
      const reading = read(text);
      if (reading.kind !== kind) count(confused, kind, reading.kind);
      return { right: reading.kind === kind, sure: reading.of(reading.kind) >= SURE };
    });
    const sure = judged.filter((one) => one.sure);
    const share = (of: readonly { right: boolean }[]) => of.filter(({ right }) => right).length / of.length;
    return {
      voice,
      lines: lines.length,
      right: share(judged),
      rightWhenSure: share(sure),
      sure: sure.length / lines.length,
    };
  });
  return { figures, confused: [...confused].sort((a, b) => b[1] - a[1]) };
}

function count(confused: Map<string, number>, kind: TurnKind, taken: TurnKind): void {
  const pair = `${kind} → ${taken}`;
  confused.set(pair, (confused.get(pair) ?? 0) + 1);
}
