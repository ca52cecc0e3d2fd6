import { createRequire } from 'node:module';
import type { Segmenter } from '../segmenter.js';
import { cutRuns } from './runs.js';

const require = createRequire(import.meta.url);

/** What is used of @node-rs/jieba, loaded only when it is needed. */
interface Library {
  Jieba: { withDict(dictionary: Uint8Array): { cut(text: string, hmm: boolean): string[] } };
}

/** Version of the installed @node-rs/jieba; throws where it isn't installed for this platform. */
export function nodeRsVersion(): string {
  require('@node-rs/jieba');
  return (require('@node-rs/jieba/package.json') as { version: string }).version;
}

/**
 * A segmenter behind which is @node-rs/jieba.
 * @param dictionary UTF-8 lines `word frequency tag`
 */
export function nodeRsSegmenter(dictionary: Uint8Array): Segmenter {
  const { Jieba } = require('@node-rs/jieba') as Library;
  const jieba = Jieba.withDict(dictionary);
  const cutHan = (run: string) => jieba.cut(run, false);
  return { name: 'node-rs', version: nodeRsVersion(), cut: (text) => cutRuns(text, cutHan) };
}
