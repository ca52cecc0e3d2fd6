import { admissions } from './admissions.js';
import { cases } from './cases.js';
import { findings } from './findings.js';
import { audit, lists, questions, screenings } from './records.js';
import { registers } from './registers.js';
import { monthlyCases } from './reports.js';
import type { ExportedRoom } from './room.js';

export type { ExportedRoom, ExportRange, Field } from './room.js';
export { csvLines, jsonLines } from './write.js';

/** Everything that can be exported; a room of records is a line here and a file. */
export const EXPORTED: readonly ExportedRoom[] = [
  cases,
  monthlyCases,
  questions,
  screenings,
  lists,
  audit,
  admissions,
  registers,
  findings,
];
