import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block } from '#documents/content.js';
import { readFileContent } from '#documents/read.js';
import { QingdanError } from '#errors.js';
import { extractLists } from '#importing/extract.js';
import { planImport } from '#importing/plan.js';
import { canLoad } from '#importing/report.js';
import { fixtureKnowledge } from '../support/knowledge.js';

const fixture = (name: string): Uint8Array =>
  readFileSync(fileURLToPath(new URL(`../fixtures/import/${name}`, import.meta.url)));

/** What is read of damaged bytes; null where they are refused. Anything but a QingdanError fails the test. */
async function blocksOf(bytes: Uint8Array, name: string): Promise<Block[] | null> {
  try {
    return (await readFileContent(bytes, name)).blocks;
  } catch (error) {
    expect(error).toBeInstanceOf(QingdanError);
    expect((error as QingdanError).code).toMatch(/^QD-FILE-/);
    return null;
  }
}

const kb = fixtureKnowledge();

/** Items that would be loaded of what was read; 0 where nothing would. Any error fails the test. */
function loadedOf(blocks: Block[], name: string): number {
  const format = name.split('.').at(-1) as 'xlsx';
  const plan = planImport(extractLists({ format, blocks }), kb, {
    fileName: name,
    kinds: new Map([['', ['assist' as const]]]),
    region: '重庆市',
  });
  return canLoad(plan) ? plan.lists.reduce((sum, { rows }) => sum + rows, 0) : 0;
}

interface Flip {
  at: number;
  bit: number;
}
const flips = fc.array(fc.record({ at: fc.nat(1_000_000), bit: fc.nat(7) }), { minLength: 1, maxLength: 4 });

function flipped(bytes: Uint8Array, places: readonly Flip[]): Uint8Array {
  const copy = Uint8Array.from(bytes);
  for (const { at, bit } of places) {
    const index = at % copy.length;
    copy[index] = (copy[index] ?? 0) ^ (1 << bit);
  }
  return copy;
}

const RUNS = 60;
/** Checksums tell every change of what is read of these. */
const CHECKED = ['four-lists-23-30-7-10.xlsx', 'table-with-merged-cells.docx', 'nested-numbers-by-word.docx'];
/** These carry no checksum: a changed letter can't be told from another text. */
const UNCHECKED = [
  'table.pdf',
  'row-cut-by-page.pdf',
  'numbered.pdf',
  'gb18030.csv',
  'two-lists-gb18030.txt',
];

describe.each(CHECKED)('%s with bytes that flipped', (name) => {
  const bytes = fixture(name);

  it('is refused or read exactly as it was', async () => {
    const whole = await blocksOf(bytes, name);
    await fc.assert(
      fc.asyncProperty(flips, async (places) => {
        const read = await blocksOf(flipped(bytes, places), name);
        if (read === null) return;
        expect(read).toEqual(whole);
        expect(loadedOf(read, name)).toBe(loadedOf(whole ?? [], name));
      }),
      { numRuns: RUNS },
    );
  });

  it('is refused when it is cut short', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), async (length) => {
        expect(await blocksOf(bytes.subarray(0, length), name)).toBeNull();
      }),
      { numRuns: RUNS },
    );
  });
});

describe.each(UNCHECKED)('%s with bytes that flipped', (name) => {
  const bytes = fixture(name);

  it('is refused or read, and never brings the program down', async () => {
    await fc.assert(
      fc.asyncProperty(flips, async (places) => {
        const read = await blocksOf(flipped(bytes, places), name);
        if (read !== null) loadedOf(read, name);
      }),
      { numRuns: RUNS },
    );
  });

  it('is refused or read when it is cut short', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), async (length) => {
        const read = await blocksOf(bytes.subarray(0, length), name);
        if (read !== null) loadedOf(read, name);
        if (name.endsWith('.pdf') && length < bytes.length - 8) expect(read).toBeNull();
      }),
      { numRuns: RUNS },
    );
  });
});

describe('random bytes', () => {
  it.each(['a.xlsx', 'a.docx', 'a.pdf', 'a.csv', 'a.txt'])('called %s are refused or read', async (name) => {
    const heads: Record<string, string> = {
      'a.pdf': '%PDF-1.7\n',
      'a.xlsx': 'PK\u0003\u0004',
      'a.docx': 'PK\u0003\u0004',
    };
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
        await blocksOf(Buffer.concat([Buffer.from(heads[name] ?? '', 'latin1'), bytes]), name);
      }),
      { numRuns: RUNS },
    );
  });
});
