import { createRequire } from 'node:module';
import type { Segmenter } from '../segmenter.js';
import { finished, type Steps } from '../steps.js';
import { cutRuns } from './runs.js';

const require = createRequire(import.meta.url);

/** What is used of @node-rs/jieba, loaded only when it is needed. */
interface Library {
  Jieba: {
    withDict(dictionary: Uint8Array): {
      /** Adds words; their weights count anew over all words. */
      loadDict(dictionary: Uint8Array): void;
      cut(text: string, hmm: boolean): string[];
    };
  };
}

/** Version of the installed @node-rs/jieba; throws where it isn't installed for this platform. */
export function nodeRsVersion(): string {
  require('@node-rs/jieba');
  return (require('@node-rs/jieba/package.json') as { version: string }).version;
}

/** Bytes of a dictionary that are taken in one step: some 15,000 words, five milliseconds. */
const PIECE = 350_000;
const LINE_FEED = 0x0a;

/**
 * A segmenter behind which is @node-rs/jieba.
 * @param dictionary UTF-8 lines `word frequency tag`
 */
export const nodeRsSegmenter = (dictionary: Uint8Array): Segmenter => finished(nodeRsSteps(dictionary));

/** The same in steps: a whole dictionary at once takes as long as five. */
export function* nodeRsSteps(dictionary: Uint8Array): Steps<Segmenter> {
  const { Jieba } = require('@node-rs/jieba') as Library;
  const [first = dictionary, ...others] = pieces(dictionary);
  const jieba = Jieba.withDict(first);
  for (const piece of others) {
    yield;
    jieba.loadDict(piece);
  }
  const cutHan = (run: string) => jieba.cut(run, false);
  return { name: 'node-rs', version: nodeRsVersion(), cut: (text) => cutRuns(text, cutHan) };
}

/** Whole lines. */
function pieces(dictionary: Uint8Array): Uint8Array[] {
  const all: Uint8Array[] = [];
  for (let from = 0; from < dictionary.length; ) {
    const end = dictionary.indexOf(LINE_FEED, from + PIECE);
    const to = end < 0 ? dictionary.length : end + 1;
    all.push(dictionary.subarray(from, to));
    from = to;
  }
  return all;
}
