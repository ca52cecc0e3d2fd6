import type { Block, Reply } from '../../bot/message.js';
import { pieces } from '../../bot/plain-text.js';
import { table } from '../../cli/table.js';
import type { Verdict } from '../../decision/answer.js';

/** How a line looks where there are colours: by what the verdict says, or set back. */
export type LineStyle = 'plain' | 'yes' | 'no' | 'partly' | 'quiet' | 'question';

/** One or more lines of one look. */
export interface TerminalText {
  style: LineStyle;
  text: string;
}

const STYLE_OF_VERDICT: Readonly<Partial<Record<Verdict, LineStyle>>> = {
  autonomy: 'yes',
  'may-certify': 'yes',
  assist: 'partly',
  negative: 'no',
  'must-not-certify': 'no',
  'not-listed': 'partly',
};

/** A reply as texts of the terminal, top to bottom; a terminal takes any length. */
export function render(reply: Reply): readonly TerminalText[] {
  return reply.blocks.flatMap(textsOf);
}

function textsOf(block: Block): TerminalText[] {
  const [first = '', ...others] = pieces({ blocks: [block] });
  switch (block.type) {
    case 'verdict':
      return [
        { style: STYLE_OF_VERDICT[block.verdict] ?? 'plain', text: first },
        ...others.map((text) => ({ style: 'plain', text }) as const),
      ];
    case 'citations': {
      const lines = [first, ...others];
      return lines.map((text, i) => ({ style: i === lines.length - 1 ? 'quiet' : 'plain', text }));
    }
    case 'choices':
      return [{ style: 'question', text: first }];
    case 'table':
      return [{ style: 'plain', text: table([block.header, ...block.rows]) }];
    case 'feedback':
      return [{ style: 'quiet', text: first }];
    default:
      return [first, ...others].map((text) => ({ style: 'plain', text }));
  }
}
