import type { Block } from './content.js';
import { decodeText } from './encoding.js';
import { Allowance, type ReadLimits } from './limits.js';

/** Every line that isn't blank, with its number in the file. */
export async function readPlainText(bytes: Uint8Array, limits: ReadLimits): Promise<Block[]> {
  const allowance = new Allowance(limits);
  const blocks: Block[] = [];
  for (const [index, line] of decodeText(bytes).split('\n').entries()) {
    const text = line.trimEnd();
    if (text.trim() === '') continue;
    allowance.paragraph(index + 1, text);
    blocks.push({ type: 'paragraph', line: index + 1, text });
  }
  return blocks;
}
