import type { SelfCheck } from '#registers/facts.js';
import { admissions } from './admissions.js';
import { cases } from './cases.js';
import { findings } from './findings.js';
import { audit, lists, questions, screenings } from './records.js';
import { registers } from './registers.js';
import { monthlyCases } from './reports.js';
import { keptQuestions, proposals } from './reviews.js';
import type { ExportedRoom } from './room.js';
import { sheets } from './sheets.js';

export type { ExportedRoom, ExportRange, Field } from './room.js';
export { csvLines, jsonLines } from './write.js';

/** What the rooms need to know beside the records. */
export interface ExportFacts {
  /** The questions of self-check sheets; asked for when rows are. */
  selfCheck(): SelfCheck;
}

/** Everything that can be exported; a room of records is a line here and a file. */
export const exportedRooms = ({ selfCheck }: ExportFacts): readonly ExportedRoom[] => [
  cases,
  monthlyCases,
  questions,
  screenings,
  lists,
  audit,
  admissions,
  registers,
  findings,
  sheets(selfCheck),
  proposals,
  keptQuestions,
];
