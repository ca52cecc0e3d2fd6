import { type Tone, voiceOf } from '#answer/index.js';
import type { FileBlock } from '#channels/files.js';
import type { Block, Reply } from '#conversation/message.js';
import { pieces } from '#conversation/plain-text.js';
import { table } from '#text/table.js';

/** How a line looks where there are colours: by what the verdict says, or set back. */
export type LineStyle = 'plain' | 'yes' | 'no' | 'partly' | 'quiet' | 'question';

/** One or more lines of one look. */
export interface TerminalText {
  style: LineStyle;
  text: string;
}

const STYLE_OF_TONE: Readonly<Record<Tone, LineStyle>> = {
  yes: 'yes',
  help: 'partly',
  no: 'no',
  open: 'partly',
  unsure: 'plain',
};

/** What became of the files of a reply, in words. */
export type SavedFiles = ReadonlyMap<FileBlock, string>;

export const plain = (text: string): TerminalText => ({ style: 'plain', text });

/** A reply as texts of the terminal, top to bottom; a terminal takes any length. */
export function render(reply: Reply, saved: SavedFiles = new Map()): readonly TerminalText[] {
  return reply.blocks.flatMap((block) => textsOf(block, saved));
}

function textsOf(block: Block, saved: SavedFiles): TerminalText[] {
  const [first = '', ...others] = pieces({ blocks: [block] });
  switch (block.type) {
    case 'verdict':
      return [{ style: STYLE_OF_TONE[voiceOf(block.verdict).tone], text: first }, ...others.map(plain)];
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
    case 'file':
      return [{ style: 'question', text: saved.get(block) ?? first }];
    default:
      return [first, ...others].map(plain);
  }
}
