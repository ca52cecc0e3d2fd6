/** `npm run build` runs this after the compiler: writes dist/knowledge.json and dist/matters.json, so that commands start faster. */
import { compileKnowledge } from './compiled.js';
import { compileMatters } from './matters.js';

compileKnowledge();
compileMatters();
