import type { Token, WordClass } from '../tokens/token.js';

/**
 * What a clause is after: a paper, whether a task is the committee's, a rule or a fact, a list to look at, that
 * something be done, whether somebody may do to people what takes authority (罚款, 没收, 进屋). `unclear`: its words don't say; what it is found to be about does.
 */
export type Act = 'paper' | 'task' | 'rule' | 'browse' | 'demand' | 'power' | 'unclear';
/** In which capacity the committee would act. */
export type Capacity = 'responsible' | 'assist' | 'unsaid';

/** What a clause asks, and of what. */
export interface Frame {
  readonly act: Act;
  readonly capacity: Capacity;
  /** The words that name the matter, in order, without cues. */
  readonly object: string;
  /** Of a paper: the words next to 证明, which say what it certifies; empty where none stand there. */
  readonly focus: string;
  /** The same with the particles around it, which may negate or affirm. */
  readonly stretch: string;
  /** The stretches between cues that name something, with the particles in them. */
  readonly segments: readonly string[];
  /** The clause as it was read. */
  readonly clause: string;
  readonly cues: ReadonlySet<WordClass>;
  readonly tokens: readonly Token[];
}

/** Only these are ever content of a task's name as well, so they stay in the object of a task. */
const ACT_CLASSES: readonly Token['is'][] = ['publicising', 'reporting'];
/** Whatever names the matter. */
const namesMatter = ({ is }: Token) => is === 'content' || is === 'power';
/** Who is asked of may, or may not: not who should see to it. */
const HANDING: readonly WordClass[] = ['handDown', 'responsible', 'assisting', 'belonging'];
const ASSISTS = /^(协助|配合)/u;

/** What is known of a clause besides its words: a notice says by its layout who is told what. */
export interface Given {
  /** What it is after, where that is known. */
  readonly act?: Act | undefined;
  readonly capacity?: Capacity | undefined;
  readonly cues: readonly WordClass[];
}

/** Reads one clause; what it is after comes from its cues alone, so that no list has to be known here. */
export function frameOf(clause: string, tokens: readonly Token[], given: Given = { cues: [] }): Frame {
  const cues = new Set<WordClass>(given.cues);
  for (const { is } of tokens) if (is !== 'content' && is !== 'mark') cues.add(is);
  const act = given.act ?? actOf(cues, tokens);
  return {
    act,
    capacity: given.capacity ?? capacityOf(cues),
    object: objectOf(tokens, act),
    ...focusOf(tokens),
    segments: segmentsOf(tokens),
    clause,
    cues,
    tokens,
  };
}

function actOf(cues: ReadonlySet<WordClass>, tokens: readonly Token[]): Act {
  if (asksPower(cues)) return 'power';
  if (cues.has('browsing')) return 'browse';
  const asksRule = cues.has('asking') && !cues.has('modal');
  if (cues.has('paper')) return asksRule && !cues.has('certifying') ? 'rule' : 'paper';
  const handed =
    cues.has('handDown') || cues.has('responsible') || cues.has('assisting') || cues.has('belonging');
  const ours = cues.has('committee');
  if (asksRule && !(ours && handed)) return 'rule';
  // 「不给开无犯罪记录」, 「能不能写」: a paper may be asked for without being named.
  if (cues.has('certifying') && !cues.has('responsible') && !cues.has('assisting')) return 'unclear';
  if (ours && (handed || cues.has('modal') || cues.has('publicising') || cues.has('reporting')))
    return 'task';
  // 「协助做环境整治宣传」: what is assisted with is a task, whoever is meant to do it.
  if (tokens.some(({ is, text }) => is === 'assisting' && ASSISTS.test(text))) return 'task';
  if (cues.has('demanding')) return 'demand';
  if (handed && (cues.has('superior') || cues.has('modal'))) return 'task';
  return 'unclear';
}

/** 「村委会有权罚款吗」 asks what somebody may do to people; 「街道要社区去罚款」 is a task handed down. */
function asksPower(cues: ReadonlySet<WordClass>): boolean {
  const somebody = cues.has('committee') || cues.has('superior');
  return cues.has('power') && cues.has('modal') && somebody && !HANDING.some((cue) => cues.has(cue));
}

function capacityOf(cues: ReadonlySet<WordClass>): Capacity {
  if (cues.has('responsible')) return 'responsible';
  if (cues.has('assisting') || cues.has('publicising') || cues.has('reporting')) return 'assist';
  return 'unsaid';
}

function objectOf(tokens: readonly Token[], act: Act): string {
  const kept = tokens.filter(
    (token) => namesMatter(token) || (act !== 'paper' && ACT_CLASSES.includes(token.is)),
  );
  return kept.map(({ text }) => text).join('');
}

interface Focus {
  /** Content words only. */
  focus: string;
  /** As it stands, with 有, 的 and the like. */
  stretch: string;
}

/** The words just before 证明 (养犬的证明), else just behind it (证明我是残疾的); particles between don't count. */
function focusOf(tokens: readonly Token[]): Focus {
  const papers = tokens.flatMap((token, i) => (token.is === 'paper' ? [i] : []));
  for (const at of papers.toReversed()) {
    const before = stretchFrom(tokens, at, -1);
    if (before.focus) return before;
  }
  for (const at of papers) {
    const behind = stretchFrom(tokens, at, 1);
    if (behind.focus) return behind;
  }
  return { focus: '', stretch: '' };
}

function stretchFrom(tokens: readonly Token[], from: number, step: 1 | -1): Focus {
  const taken: Token[] = [];
  for (let i = from + step; ; i += step) {
    const token = tokens[i];
    if (token === undefined || !(namesMatter(token) || token.is === 'pronoun')) break;
    taken.push(token);
  }
  if (step === -1) taken.reverse();
  const near = step === -1 ? taken.findLast(namesMatter) : taken.find(namesMatter);
  return { focus: near?.text ?? '', stretch: taken.map((token) => token.text).join('') };
}

/** Cues that may stand inside the name of a matter and so don't end a stretch. */
const INSIDE: readonly Token['is'][] = [
  'content',
  'power',
  'pronoun',
  'publicising',
  'reporting',
  'belonging',
];
const SHORTEST_SEGMENT = 2;

function segmentsOf(tokens: readonly Token[]): string[] {
  const segments: string[] = [];
  let text = '';
  let names = false;
  for (const token of [...tokens, undefined]) {
    if (token && INSIDE.includes(token.is)) {
      text += token.text;
      names ||= namesMatter(token);
      continue;
    }
    if (names && [...text].length >= SHORTEST_SEGMENT) segments.push(text);
    text = '';
    names = false;
  }
  return segments;
}
