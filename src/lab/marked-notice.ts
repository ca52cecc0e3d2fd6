import type { ScreenedTask } from '#answer/index.js';
import { QingdanError } from '#errors.js';
import type { TextFile } from '#text/yaml.js';

/** A task marked by hand; places are UTF-16 units of the text without marks. */
export interface Mark {
  phrase: string;
  start: number;
  end: number;
  /** Verdicts that are right, or @kind for a demand of that kind. */
  accepted: readonly string[];
}

export interface MarkedNotice {
  text: string;
  region: string | undefined;
  marks: Mark[];
}

/** What a screening found beside what was marked. */
export interface Compared {
  hits: { mark: Mark; task: ScreenedTask; right: boolean }[];
  missed: Mark[];
  extra: ScreenedTask[];
}

const MARK = /\{\{([^|{}]+)\|([^|{}]+)\}\}/gu;
/** Of the shorter phrase, and of both together: the same task may be cut a little longer or shorter, no more. */
const OVERLAP = { ofShorter: 0.6, ofBoth: 0.35 } as const;

/** A notice with `{{phrase|verdict/verdict}}` in it and `#! region=…` as its first line where it has a region. */
export function parseMarkedNotice(file: TextFile): MarkedNotice {
  const [head = '', ...rest] = file.text.split('\n');
  const region = /^#! region=(\S+)$/u.exec(head)?.[1];
  const raw = region === undefined ? file.text : rest.join('\n');
  const marks: Mark[] = [];
  let text = '';
  let from = 0;
  for (const { index, 0: whole, 1: phrase = '', 2: accepted = '' } of raw.matchAll(MARK)) {
    text += raw.slice(from, index);
    marks.push({
      phrase,
      start: text.length,
      end: text.length + phrase.length,
      accepted: accepted.split('/'),
    });
    text += phrase;
    from = index + whole.length;
  }
  text += raw.slice(from);
  if (/\{\{|\}\}/u.test(text))
    throw new QingdanError('QD-INPUT', `${file.path} 里有没写完的标记，请检查 {{…|…}}`);
  return { text, region, marks };
}

/** Pairs marks with found tasks, the best overlap first, each at most once. */
export function compareMarks(marks: readonly Mark[], tasks: readonly ScreenedTask[]): Compared {
  const pairs = marks.flatMap((mark) =>
    tasks.flatMap((task) => {
      const shared = Math.min(mark.end, task.end) - Math.max(mark.start, task.start);
      if (shared <= 0) return [];
      const [a, b] = [mark.end - mark.start, task.end - task.start];
      const ofBoth = shared / (a + b - shared);
      const same = shared / Math.min(a, b) >= OVERLAP.ofShorter && ofBoth >= OVERLAP.ofBoth;
      return same ? [{ mark, task, ofBoth }] : [];
    }),
  );
  pairs.sort((p, q) => q.ofBoth - p.ofBoth);
  const hits: Compared['hits'] = [];
  const used = new Set<Mark | ScreenedTask>();
  for (const { mark, task } of pairs) {
    if (used.has(mark) || used.has(task)) continue;
    used.add(mark).add(task);
    hits.push({ mark, task, right: isRight(mark, task) });
  }
  return { hits, missed: marks.filter((m) => !used.has(m)), extra: tasks.filter((t) => !used.has(t)) };
}

/** A demand is right when its sort is and it rests on a row; anything else when its verdict is among the accepted. */
function isRight({ accepted }: Mark, task: ScreenedTask): boolean {
  return accepted.some((verdict) =>
    verdict.startsWith('@')
      ? task.demand === verdict.slice(1) && task.citations.length > 0
      : task.verdict === verdict,
  );
}
