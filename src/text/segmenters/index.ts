import { QingdanError } from '#errors.js';
import type { Segmenter } from '../segmenter.js';
import type { Steps } from '../steps.js';
import { dictionaryWith } from './dictionary.js';
import { nodeRsSegmenter, nodeRsSteps, nodeRsVersion } from './node-rs.js';
import { nodejiebaSegmenter, nodejiebaVersion } from './nodejieba.js';

export const SEGMENTERS = ['nodejieba', 'node-rs'] as const;
export type SegmenterName = (typeof SEGMENTERS)[number];

export interface SegmenterOptions {
  /** Domain words, kept whole where a text can be cut in several ways. Default: none. */
  terms?: readonly string[] | undefined;
  /** Which library to try first. Default: nodejieba. Both cut the same words. */
  prefer?: SegmenterName | undefined;
}

/** Whether a library can be used here, and if not, why. */
export interface SegmenterState {
  name: SegmenterName;
  version: string | null;
  /** Why it can't be loaded, in the words of the system; null where it can. */
  problem: string | null;
}

const MAKERS = { nodejieba: nodejiebaSegmenter, 'node-rs': nodeRsSegmenter };
const VERSIONS = { nodejieba: nodejiebaVersion, 'node-rs': nodeRsVersion };

/**
 * A segmenter with the shared dictionary and the given domain words: the preferred library, else the other one.
 * Throws QD-SEGMENTER where neither can be loaded. Which one it was is in its `name`.
 */
export function loadSegmenter(options: SegmenterOptions = {}): Segmenter {
  const { terms = [], prefer = 'nodejieba' } = options;
  const dictionary = dictionaryWith(terms);
  const problems: unknown[] = [];
  for (const name of [prefer, ...SEGMENTERS.filter((other) => other !== prefer)]) {
    try {
      return MAKERS[name](dictionary);
    } catch (problem) {
      problems.push(problem);
    }
  }
  throw new QingdanError(
    'QD-SEGMENTER',
    '分词库 nodejieba 和 @node-rs/jieba 都无法加载,请重新运行 npm install',
    { cause: new AggregateError(problems) },
  );
}

/**
 * The same in steps of a few milliseconds, where @node-rs/jieba can be loaded: nodejieba takes its dictionary in one go,
 * for a fifth of a second. Throws as `loadSegmenter`.
 */
export function* segmenterSteps(options: SegmenterOptions = {}): Steps<Segmenter> {
  const dictionary = dictionaryWith(options.terms ?? []);
  yield;
  try {
    return yield* nodeRsSteps(dictionary);
  } catch {
    return loadSegmenter(options);
  }
}

/** The state of each library, for a report on the installation. */
export function segmenterStates(): SegmenterState[] {
  return SEGMENTERS.map((name) => {
    try {
      return { name, version: VERSIONS[name](), problem: null };
    } catch (problem) {
      return { name, version: null, problem: problem instanceof Error ? problem.message : String(problem) };
    }
  });
}
