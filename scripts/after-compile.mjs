/**
 * What `npm run build` does after the compiler: writes dist/words.dict, the trimmed dictionary of the word segmenters,
 * copies the files of the chat page that the compiler doesn't know, makes the command line's file executable, which the
 * compiler doesn't and `npx qingdan` needs, and puts the used parts of big libraries into dist/libraries.
 */
import { chmodSync, cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { DICTIONARY_FILE, sourceDictionary } from '../dist/src/text/segmenters/dictionary.js';
import { trimDictionary } from '../dist/src/text/segmenters/trim.js';
import { bundleLibraries } from './bundle-libraries.mjs';

writeFileSync(DICTIONARY_FILE, trimDictionary(sourceDictionary()));
const command = fileURLToPath(new URL('../dist/src/cli/main.js', import.meta.url));
if (existsSync(command)) chmodSync(command, 0o755);

const root = fileURLToPath(new URL('..', import.meta.url));
const assets = 'adapters/web/assets';
cpSync(`${root}${assets}`, `${root}dist/${assets}`, { recursive: true });

// Where `qingdan/matching` was before the tree was compiled as it stands: programs that load it by its path still find it.
mkdirSync(`${root}dist/matching`, { recursive: true });
writeFileSync(`${root}dist/matching/index.js`, "export * from '../src/search/index.js';\n");

await bundleLibraries();
