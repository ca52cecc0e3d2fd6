import type { CueClass, CueReader, Span } from './cues.js';

/** What a question is after. `unclear`: the words don't say; the matched row does. */
export type FrameKind = 'certificate' | 'task' | 'policy' | 'demand' | 'browse' | 'unclear';
/** In which capacity the committee would act. */
export type Act = 'responsible' | 'assist' | 'unsaid';

/** A clause of a question, taken apart. */
export interface Frame {
  kind: FrameKind;
  act: Act;
  /** The words that name the matter, in order, without cues. */
  object: string;
  /** Of a paper: the words next to 证明, which say what it certifies; empty where none stand there. */
  focus: string;
  /** The same with the particles around it, which may negate or affirm. */
  stretch: string;
  /** The stretches between cues that name something, with the particles in them. */
  segments: readonly string[];
  /** The clause as it was read. */
  clause: string;
  cues: ReadonlySet<CueClass>;
  spans: readonly Span[];
}

/** Only these are ever content of a task's name as well, so they stay in the object of a task. */
const ACT_CLASSES: readonly CueClass[] = ['publicising', 'reporting'];
const SENTENCE = /[。!?！？;；\n\r]+|…+/u;
const CLAUSE = /[,，、:：]+/u;
const ASSISTS = /^(协助|配合)/u;
const MARKS_AROUND = /^[\p{P}\p{Z}]+|[\p{P}\p{Z}]+$/gu;
/** Shorter pieces don't stand alone: 「你好,在吗」. */
const MIN_CLAUSE = 2;

/**
 * A question as the pieces that may each carry its point: the whole, its sentences, and its clauses. Short questions
 * have one piece. At most `limit` pieces, the later ones first, since people end on what they want to know.
 */
export function clausesOf(text: string, limit: number): string[] {
  // By what they say, whatever marks stand around it: 「…吗?」 and 「…吗」 are one piece.
  const pieces = new Map<string, string>();
  const add = (piece: string) => {
    const t = piece.trim();
    const bare = t.replace(MARKS_AROUND, '');
    if ([...bare].length >= MIN_CLAUSE && !pieces.has(bare)) pieces.set(bare, t);
  };
  const sentences = text.split(SENTENCE);
  if ([...text].length <= 60) add(text);
  for (const s of sentences.toReversed()) {
    if ([...s].length <= 60) add(s);
    for (const c of s.split(CLAUSE).toReversed()) add(c);
  }
  return [...pieces.values()].slice(0, limit);
}

/** Reads one clause; the kind comes from its cues alone, so that no list has to be known here. */
export function readFrame(clause: string, reader: CueReader): Frame {
  const spans = reader.read(clause);
  const cues = new Set<CueClass>();
  for (const s of spans) if (s.class !== 'content' && s.class !== 'mark') cues.add(s.class);
  const kind = kindOf(cues, spans);
  return {
    kind,
    act: actOf(cues),
    object: objectOf(spans, kind),
    ...focusOf(spans),
    segments: segmentsOf(spans),
    clause,
    cues,
    spans,
  };
}

function kindOf(cues: ReadonlySet<CueClass>, spans: readonly Span[]): FrameKind {
  if (cues.has('browsing')) return 'browse';
  const asksRule = cues.has('asking') && !cues.has('modal');
  if (cues.has('paper')) return asksRule && !cues.has('certifying') ? 'policy' : 'certificate';
  const handed =
    cues.has('handDown') || cues.has('responsible') || cues.has('assisting') || cues.has('belonging');
  const ours = cues.has('committee');
  if (asksRule && !(ours && handed)) return 'policy';
  // 「不给开无犯罪记录」, 「能不能写」: a paper may be asked for without being named.
  if (cues.has('certifying') && !cues.has('responsible') && !cues.has('assisting')) return 'unclear';
  if (ours && (handed || cues.has('modal') || cues.has('publicising') || cues.has('reporting')))
    return 'task';
  // 「协助做环境整治宣传」: what is assisted with is a task, whoever is meant to do it.
  if (spans.some((span) => span.class === 'assisting' && ASSISTS.test(span.text))) return 'task';
  if (cues.has('demanding')) return 'demand';
  if (handed && (cues.has('superior') || cues.has('modal'))) return 'task';
  return 'unclear';
}

function actOf(cues: ReadonlySet<CueClass>): Act {
  if (cues.has('responsible')) return 'responsible';
  if (cues.has('assisting') || cues.has('publicising') || cues.has('reporting')) return 'assist';
  return 'unsaid';
}

function objectOf(spans: readonly Span[], kind: FrameKind): string {
  const kept = spans.filter(
    (s) => s.class === 'content' || (kind !== 'certificate' && ACT_CLASSES.includes(s.class as CueClass)),
  );
  return kept.map((s) => s.text).join('');
}

interface Focus {
  /** Content words only. */
  focus: string;
  /** As it stands, with 有, 的 and the like. */
  stretch: string;
}

/** The words just before 证明 (养犬的证明), else just behind it (证明我是残疾的); particles between don't count. */
function focusOf(spans: readonly Span[]): Focus {
  const papers = spans.flatMap((span, i) => (span.class === 'paper' ? [i] : []));
  for (const at of papers.toReversed()) {
    const before = stretchFrom(spans, at, -1);
    if (before.focus) return before;
  }
  for (const at of papers) {
    const behind = stretchFrom(spans, at, 1);
    if (behind.focus) return behind;
  }
  return { focus: '', stretch: '' };
}

function stretchFrom(spans: readonly Span[], from: number, step: 1 | -1): Focus {
  const taken: Span[] = [];
  for (let i = from + step; ; i += step) {
    const span = spans[i];
    if (span === undefined || (span.class !== 'content' && span.class !== 'pronoun')) break;
    taken.push(span);
  }
  if (step === -1) taken.reverse();
  const near = step === -1 ? taken.findLast(isContent) : taken.find(isContent);
  return { focus: near?.text ?? '', stretch: taken.map((span) => span.text).join('') };
}

const isContent = (span: Span) => span.class === 'content';

/** Cues that may stand inside the name of a matter and so don't end a stretch. */
const INSIDE: readonly Span['class'][] = ['content', 'pronoun', 'publicising', 'reporting', 'belonging'];
const SHORTEST_SEGMENT = 2;

function segmentsOf(spans: readonly Span[]): string[] {
  const segments: string[] = [];
  let text = '';
  let names = false;
  for (const span of [...spans, undefined]) {
    if (span && INSIDE.includes(span.class)) {
      text += span.text;
      names ||= span.class === 'content';
      continue;
    }
    if (names && [...text].length >= SHORTEST_SEGMENT) segments.push(text);
    text = '';
    names = false;
  }
  return segments;
}
