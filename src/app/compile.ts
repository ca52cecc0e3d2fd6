/** `npm run build` runs this after the compiler: writes what was parsed to dist, so that commands start faster. */
import { compileDefaultWords } from '#search/default-words.js';
import { compileKnowledge } from './compiled.js';
import { compileMatters } from './matters.js';

compileKnowledge();
compileMatters();
compileDefaultWords();
