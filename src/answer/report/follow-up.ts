import { requestsOf, type Withheld } from '../letters/requests.js';
import type { Screening } from '../notices/screening.js';

const WHY: Readonly<Record<Withheld['reason'], string>> = {
  unsure: '判定没有把握',
  'unseen-basis': '依据只见报道转述，或没有见到条文',
};

/** What goes into letters and what doesn't yet, as lines 名称: 内容; empty where nothing calls for a letter. */
export function followUp(screening: Screening): [name: string, content: string][] {
  const { requested, withheld } = requestsOf(screening, new Set());
  const numbers = (of: readonly { number: number }[]) =>
    of
      .map(({ number }) => number)
      .sort((a, b) => a - b)
      .join('、');
  const lines: [string, string][] = [];
  if (requested.length > 0) lines.push(['已写入函的', `第 ${numbers(requested)} 项`]);
  for (const reason of ['unsure', 'unseen-basis'] as const) {
    const own = withheld.filter((one) => one.reason === reason);
    if (own.length === 0) continue;
    lines.push([
      `没有写入函的（${WHY[reason]}）`,
      `第 ${numbers(own)} 项。请人工核对，核对无误的可以补进函里`,
    ]);
  }
  return lines;
}
