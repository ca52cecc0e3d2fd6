/** `npm run build` runs this after the compiler: writes dist/knowledge.json and dist/search-words.json, so that commands start faster. */
import { compileDefaultWords } from '../matching/default-words.js';
import { compileKnowledge } from './compiled.js';

compileKnowledge();
compileDefaultWords();
