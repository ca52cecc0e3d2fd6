/** Measures how the time of a function grows with the length of what it is given. */

/** What people may send, one piece repeated: each has made some reader of text slow. */
export const REPEATED: Readonly<Record<string, string>> = {
  的: '的',
  digits: '7',
  'letters of the Latin alphabet': 'a',
  spaces: ' ',
  'wide spaces and tabs': '\u3000\t',
  'line feeds': '\n',
  '《': '《',
  '《》': '《》',
  '（': '（',
  '、': '、',
  '[[[': '[',
  '〔': '〔',
  quotes: '"',
  'combining marks': '\u0301',
  'combining marks of two classes': '\u0301\u0323',
  'bidi marks': '\u202e',
  'digits apart': '1 ',
  'dots and digits': '1.',
  'Han digits': '一',
  'commas and blanks': ', ',
  'questions of filler': '的?嗯?',
  'addresses of mail': 'a@b.',
  places: '重庆',
  names: '我叫张',
  houses: '住3栋',
  articles: '第一条',
};

const LENGTHS = [1_000, 4_000, 15_000, 60_000] as const;
/** Longer by four, a linear function takes four times as long and a quadratic one sixteen times. */
const MOST_GROWTH = 10;
/** In milliseconds: what is quicker isn't measured well, and does no harm. */
const NOTICEABLE = 100;
/** In milliseconds: what takes longer isn't tried again, nor with more. */
const TOO_LONG = 5_000;
const TRIES = 4;
const RUNS = 3;

/**
 * Null where the time grows no faster than the length, else how it grew (「4000 → 15000: 12 → 190 ms」). A machine that
 * is busy with something else gets several tries.
 * @param run what is measured; what it gives or throws doesn't matter
 * @param piece what the text is made of
 */
export async function tooFastGrowth(run: (text: string) => unknown, piece: string): Promise<string | null> {
  const ofLength = (length: number) => piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
  await timed(run, ofLength(LENGTHS[0]));
  let before = await timed(run, ofLength(LENGTHS[0]));
  for (const [i, length] of LENGTHS.entries()) {
    if (i === 0) continue;
    const shorter = LENGTHS[i - 1] ?? length;
    let now = await timed(run, ofLength(length));
    for (let tried = 1; isTooMuch(before, now, length / shorter); tried++) {
      if (tried === TRIES || now > TOO_LONG)
        return `${shorter} → ${length}: ${before.toFixed(1)} → ${now.toFixed(1)} ms`;
      before = await median(run, ofLength(shorter));
      now = await median(run, ofLength(length));
    }
    before = now;
  }
  return null;
}

const isTooMuch = (before: number, now: number, times: number): boolean =>
  now > NOTICEABLE && now > before * MOST_GROWTH * (times / 4);

async function median(run: (text: string) => unknown, text: string): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < RUNS; i++) times.push(await timed(run, text));
  return times.sort((a, b) => a - b)[RUNS >> 1] ?? 0;
}

/** In milliseconds of processor time, which other programs lengthen little. */
async function timed(run: (text: string) => unknown, text: string): Promise<number> {
  const start = process.cpuUsage();
  try {
    await run(text);
  } catch {
    // Refusing a text is an answer too; only its time counts.
  }
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}
