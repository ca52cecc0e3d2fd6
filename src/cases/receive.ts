import type { Case, CaseKind, CaseSource, PaperAsked, Sorting } from './case.js';
import { filledText } from './fields.js';
import { type AddWorkingDays, dueOf, type Limits } from './limits.js';

/** What comes in at the window. */
export interface Reception {
  kind: CaseKind;
  region: string;
  source: CaseSource;
  /** Personal data masked. */
  text: string;
  sorting: Sorting;
  paper: PaperAsked | null;
}

/** Characters of a demand, as of a question. */
export const LONGEST_DEMAND = 1000;

/** 接件: a new case. @throws QingdanError QD-INPUT for an empty or overlong text */
export function receive(
  reception: Reception,
  { day, limits, addWorkingDays }: { day: string; limits: Limits; addWorkingDays: AddWorkingDays },
): Case {
  const one: Case = {
    kind: reception.kind,
    state: 'received',
    region: reception.region,
    source: reception.source,
    receivedOn: day,
    text: filledText('要办的事', reception.text, LONGEST_DEMAND),
    sorting: reception.sorting,
    paper: reception.paper,
    office: null,
    meetings: [],
    returns: [],
    escalations: 0,
    extended: null,
    result: null,
    reply: null,
    visits: [],
    due: null,
    told: { soon: null, late: null },
    attachments: [],
  };
  return { ...one, due: dueOf(one, day, limits, addWorkingDays) };
}
