import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Actor } from '#access/actor.js';
import { significant } from '#access/region-code.js';
import { answerTo } from '#answer/index.js';
import {
  type CaseKind,
  type CaseSource,
  type LimitData,
  type Limits,
  limitDataSchema,
  limitsFor,
  type OwnLimits,
  type PaperAsked,
  paperAskedOf,
  type Sorting,
  sortingOf,
  UNSORTED,
} from '#cases/index.js';
import type { MatterLibrary } from '#catalogue/matters/load.js';
import type { Region } from '#catalogue/regions.js';
import { QingdanError } from '#errors.js';
import type { CaseMoment, Contact, NewCase, Person } from '#storage/ports.js';
import { addWorkingDays } from '#text/working-days.js';
import { readYaml } from '#text/yaml.js';
import { type Assistant, chinaToday } from './assistant.js';
import { knowledgeFolder, readTextFile } from './files.js';

/** The limits that ship, and those of regions. @throws QingdanError QD-FILE, QD-YAML, QD-SCHEMA */
export function readLimits(folder?: string): LimitData {
  const path = join(knowledgeFolder(folder), 'window', 'limits.yaml');
  return readYaml(readTextFile(path, 'window/limits.yaml'), limitDataSchema);
}

export interface WindowParts {
  /** The one to ask now. */
  assistant: () => Pick<Assistant, 'kb' | 'ruler'>;
  library: MatterLibrary;
  limits: LimitData;
  /** The office's own limits. */
  own?: { limits: OwnLimits; basis?: string | undefined } | undefined;
  /** Milliseconds since 1970. */
  clock(): number;
}

/** What somebody wants, as it comes in. */
export interface Wanted {
  text: string;
  source: CaseSource;
  /** Code of the community's region. */
  region: string;
  /** Default: a paper where the text asks for one, else a demand. */
  kind?: CaseKind | undefined;
  /** Default: a fresh one. */
  key?: string | undefined;
  person?: Person | undefined;
  contact?: Contact | undefined;
}

/** Sorting and limits of a window, on the lists that are in force. */
export interface Window {
  /** @throws QingdanError QD-EMPTY, QD-TOO-LONG, QD-INPUT */
  entryOf(wanted: Wanted): NewCase;
  /** Now, with the limits of a region. @param region its code */
  moment(region: string): CaseMoment;
  limits(region: string): Limits;
}

export function createWindow({ assistant, library, limits, own, clock }: WindowParts): Window {
  const regionOf = (code: string): Region | undefined => nearestRegion(assistant().kb.regions.all, code);
  const limitsOf = (code: string): Limits => {
    const region = regionOf(code);
    const lineage = region === undefined ? [] : assistant().kb.regions.lineage(region);
    return limitsFor(
      limits,
      lineage.map(({ name }) => name),
      own,
    );
  };
  const judged = (text: string, code: string): { sorting: Sorting; paper: PaperAsked | null } => {
    const ruled = assistant().ruler.rule({ text, region: regionOf(code)?.name, today: today(clock) });
    return { sorting: sortingOf(ruled, library), paper: paperAskedOf(answerTo(ruled)) };
  };
  return {
    entryOf({ text, source, region, kind, key = randomUUID(), person, contact }) {
      const { sorting, paper } = judged(text, region);
      const asPaper = kind === 'paper' || (kind === undefined && paper !== null && sorting.class === null);
      if (asPaper && paper === null) {
        throw new QingdanError('QD-INPUT', '没有看出要开什么证明，请把证明的名称写进去，如：开居住证明');
      }
      return {
        kind: asPaper ? 'paper' : 'demand',
        text,
        source,
        region,
        key,
        sorting: asPaper ? { ...UNSORTED, why: '开证明，按证明清单办' } : sorting,
        paper: asPaper ? paper : null,
        ...(person === undefined ? {} : { person }),
        ...(contact === undefined ? {} : { contact }),
      };
    },
    moment: (region) => ({
      at: new Date(clock()).toISOString(),
      day: today(clock),
      limits: limitsOf(region),
      addWorkingDays: (day, count) => {
        const reckoned = addWorkingDays(day, count);
        return { day: reckoned.day, sure: reckoned.unknownYears.length === 0 };
      },
    }),
    limits: limitsOf,
  };
}

const today = (clock: () => number): string => chinaToday(new Date(clock()));

/** The region with a code, or the lowest that it lies in and the catalogue knows. */
function nearestRegion(regions: readonly Region[], code: string): Region | undefined {
  const digits = significant(code);
  return regions
    .filter((region) => digits.startsWith(significant(region.code)))
    .sort((a, b) => significant(b.code).length - significant(a.code).length)[0];
}

/** Who registers what comes in by conversation: a worker of the window's own community, as its setting says. */
export const chatActor = (region: string): Actor => ({
  id: 'conversation',
  name: '对话受理',
  role: 'worker',
  region,
});

/** Who does what is due by itself. */
export const SYSTEM_ACTOR: Actor = { id: 'system', name: '系统', role: 'admin', region: '000000' };
