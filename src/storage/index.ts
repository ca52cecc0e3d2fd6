export * from './bot-memory.js';
export * from './open.js';
export * from './ports.js';
export { answerHash, questionEntry } from './question-log.js';
export * from './replay.js';
export * from './rule-files.js';
export * from './settings.js';
