import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { REPEATED } from '../support/repeated.js';

/** Seconds for all properties together: few in the suite, ten minutes by `npm run fuzz`. */
const SECONDS = Number(process.env.QINGDAN_FUZZ_SECONDS ?? 6);
/** Properties that share them. */
const PROPERTIES = 6;

export const PATIENCE = SECONDS * 1000 + 180_000;

/** Values that each property is held to at least, however busy the machine is. */
const LEAST = 5;

/** Runs a property on ever other values for its share of the time; a failure names the value and the seed. */
export async function forItsTime<T>(
  values: fc.Arbitrary<T>,
  holds: (value: T) => Promise<void>,
): Promise<void> {
  const property = fc.asyncProperty(values, holds);
  // Shrinking runs a value again and again, and a slow one would take for ever.
  await fc.assert(property, { numRuns: LEAST, endOnFailure: true });
  const details = await fc.check(property, {
    numRuns: 1_000_000,
    interruptAfterTimeLimit: (SECONDS * 1000) / PROPERTIES,
    endOnFailure: true,
  });
  if (details.failed && details.counterexample !== null) {
    throw new Error(await fc.asyncDefaultReportMessage(details), { cause: details.errorInstance });
  }
}

const NOTICE =
  '关于做好近期重点工作的通知\n\n各社区：\n　　一、各社区要做好违建拆除和反诈宣传，每周五报送工作台账。\n\n青石街道办事处\n2026年3月1日\n';
const WORDS = [
  '社区',
  '能开居住证明吗',
  '归',
  '重庆市',
  '我叫张三',
  '13812345678',
  '依据是哪条',
  '删除我的记录',
  '？',
  '《',
  '\n',
];

/** Any Unicode, lone surrogates too; what people write; what has been slow; a notice with anything in the middle of it. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 200 })
    .map((units) => String.fromCharCode(...units)),
  fc.array(fc.constantFrom(...WORDS), { maxLength: 40 }).map((words) => words.join('')),
  fc
    .tuple(fc.constantFrom(...Object.values(REPEATED)), fc.integer({ min: 1, max: 2_000 }))
    .map(([piece, times]) => piece.repeat(times).slice(0, 4_000)),
  fc
    .tuple(fc.nat(NOTICE.length), fc.string({ unit: 'binary', maxLength: 100 }))
    .map(([at, text]) => NOTICE.slice(0, at) + text + NOTICE.slice(at)),
);

const FIXTURES = fileURLToPath(new URL('../fixtures/import', import.meta.url));
const files = readdirSync(FIXTURES)
  .filter((name) => /\.(?:xlsx|docx|pdf|csv|txt)$/u.test(name))
  .map((name) => ({ name, bytes: new Uint8Array(readFileSync(`${FIXTURES}/${name}`)) }));

/** Real files with bytes changed, cut out or doubled, and bytes that are no file, under any reader's name. */
export const anyFile: fc.Arbitrary<{ name: string; bytes: Uint8Array }> = fc
  .record({
    file: fc.constantFrom(...files),
    ending: fc.option(fc.constantFrom('.xlsx', '.docx', '.pdf', '.csv', '.txt', '.exe', ''), { freq: 4 }),
    changes: fc.array(fc.tuple(fc.nat(), fc.uint8Array({ maxLength: 8 })), { maxLength: 6 }),
    cut: fc.option(fc.nat(), { freq: 4 }),
    only: fc.option(fc.uint8Array({ maxLength: 2_000 }), { freq: 6 }),
  })
  .map(({ file, ending, changes, cut, only }) => {
    const bytes = Uint8Array.from(only ?? file.bytes);
    for (const [at, with_] of changes) {
      if (bytes.length > 0)
        bytes.set(with_.subarray(0, bytes.length - (at % bytes.length)), at % bytes.length);
    }
    const name = ending === null ? file.name : `a${ending}`;
    return { name, bytes: cut === null ? bytes : bytes.subarray(0, cut % (bytes.length + 1)) };
  });
