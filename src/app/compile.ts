/** `npm run build` runs this after the compiler: writes dist/knowledge.json, so that commands start faster. */
import { compileKnowledge } from './compiled.js';

compileKnowledge();
