/** `npm run build` runs this after the compiler: writes what was parsed and counted to dist, so that commands start faster. */
import { packagePath } from '#package-root.js';
import { compileDefaultWords } from '#search/default-words.js';
import { openAssistant } from './assistant.js';
import { compileKnowledge } from './compiled.js';
import { compileGolden } from './golden.js';
import { compileJoining } from './joiner.js';
import { compileLexicon } from './lexicon.js';
import { compileMatters, readMatters } from './matters.js';
import { compileCounts } from './readers.js';
import { compileTurns } from './turns.js';

compileKnowledge();
compileMatters();
compileDefaultWords();
compileCounts(readMatters(packagePath('knowledge')).all);
compileJoining();
compileTurns();
compileGolden();
compileLexicon();
openAssistant({ folder: packagePath('knowledge'), compile: true });
