import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Segmenter } from '../segmenter.js';
import { cutRuns } from './runs.js';

const require = createRequire(import.meta.url);

interface Binding {
  load(dictionary: string, model: string, userWords: string, idf: string, stopWords: string): boolean;
  cut(text: string, hmm: boolean): string[];
}

/**
 * The files that nodejieba wants and that we make no use of, as small as it takes them: a model for guessing unknown
 * words (four states, five lines of numbers, four of characters), its users' words, weights and stop words for
 * keywords. Its own cost 180 MB and half a second.
 */
const UNUSED = {
  model: `${'0 0 0 0\n'.repeat(5)}${'的:0\n'.repeat(4)}`,
  userWords: '',
  idf: '的 1\n',
  stopWords: '的\n',
};

/** Version of the installed nodejieba; throws where it isn't installed or wasn't compiled. */
export function nodejiebaVersion(): string {
  const binding: { exports: unknown } = { exports: {} };
  process.dlopen(binding, bindingFile());
  return (require('nodejieba/package.json') as { version: string }).version;
}

/**
 * A segmenter behind which is nodejieba. Throws where it isn't installed, wasn't compiled, or no temporary file can be
 * written (it reads its dictionary from a file only).
 *
 * The binding is opened directly, each time anew: through its own index.js a process has but one dictionary.
 * @param dictionary UTF-8 lines `word frequency tag`; a line of another shape would end the process
 */
export function nodejiebaSegmenter(dictionary: Uint8Array): Segmenter {
  const opened: { exports: unknown } = { exports: {} };
  process.dlopen(opened, bindingFile());
  const binding = opened.exports as Binding;
  const folder = mkdtempSync(join(tmpdir(), 'qingdan-words-'));
  try {
    const write = (name: string, content: string | Uint8Array): string => {
      const file = join(folder, name);
      writeFileSync(file, content);
      return file;
    };
    binding.load(
      write('words', dictionary),
      write('model', UNUSED.model),
      write('user-words', UNUSED.userWords),
      write('idf', UNUSED.idf),
      write('stop-words', UNUSED.stopWords),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const cutHan = (run: string) => binding.cut(run, false);
  const { version } = require('nodejieba/package.json') as { version: string };
  return { name: 'nodejieba', version, cut: (text) => cutRuns(text, cutHan) };
}

function bindingFile(): string {
  return join(dirname(require.resolve('nodejieba/package.json')), 'build', 'Release', 'nodejieba.node');
}
