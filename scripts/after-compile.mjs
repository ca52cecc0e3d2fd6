/**
 * What `npm run build` does after the compiler: writes dist/words.dict, the trimmed dictionary of the word segmenters,
 * copies the files of the chat page that the compiler doesn't know, and makes the command line's file executable, which the compiler doesn't and `npx qingdan` needs.
 */
import { chmodSync, cpSync, existsSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { DICTIONARY_FILE, sourceDictionary } from '../dist/text/segmenters/dictionary.js';
import { trimDictionary } from '../dist/text/segmenters/trim.js';

writeFileSync(DICTIONARY_FILE, trimDictionary(sourceDictionary()));
const command = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url));
if (existsSync(command)) chmodSync(command, 0o755);

const root = fileURLToPath(new URL('..', import.meta.url));
const assets = 'adapters/web/assets';
cpSync(`${root}src/${assets}`, `${root}dist/${assets}`, { recursive: true });
