import type { Actor } from '#access/roles.js';
import { areaLines } from '#admission/area-said.js';
import { applicationFrom } from '#admission/form-fields.js';
import { applicationForm } from '#admission/forms.js';
import type { ProcessData } from '#admission/process.js';
import { processLines, statusLines } from '#admission/said.js';
import type { Screener } from '#answer/index.js';
import { areaIn } from '#catalogue/areas.js';
import { type Citation, toCitation } from '#catalogue/citation.js';
import { type KnowledgeBase, rowById } from '#catalogue/knowledge-base.js';
import type { Region } from '#catalogue/regions.js';
import type { AdmissionCounter } from '#conversation/admission-counter.js';
import type { Person } from '#conversation/records.js';
import { READ_LIMITS } from '#documents/limits.js';
import { readFileContent } from '#documents/read.js';
import { writeDocx } from '#documents/write-docx.js';
import { QingdanError, shown } from '#errors.js';
import type { Admissions } from '#storage/ports.js';
import { readAreas } from './areas.js';
import { createFairQueue } from './fair-queue.js';
import { readProcesses } from './processes.js';
import { screenTask } from './task-screening.js';

/** A form has two pages: one that takes longer to read isn't one. */
const LIMITS = { ...READ_LIMITS, milliseconds: 10_000 };
const READ_AT_ONCE = 2;

export interface AdmissionCounterParts {
  /** The knowledge base and the screener to ask now. */
  kb(): KnowledgeBase;
  screener(): Screener;
  /** YYYY-MM-DD, in China. */
  today(): string;
  /** Where drafts are kept; null where nothing is. */
  store: {
    admissions: Admissions;
    /** Keyed hash of a person, who is the owner of their drafts. */
    ownerOf(person: Person): string;
    /** ISO 8601, now. */
    at(): string;
  } | null;
  /** Knowledge folder. Default: as `knowledgeFolder`. */
  folder?: string | undefined;
}

/** The counter of a service for 准入 in conversations. @throws QingdanError QD-KNOWLEDGE, QD-SCHEMA at once for bad procedures */
export function createAdmissionCounter(parts: AdmissionCounterParts): AdmissionCounter {
  const { kb, today, store } = parts;
  const processes = readProcesses(
    {
      // The regions may grow while the service runs; the procedures come with the program.
      get regions() {
        return kb().regions;
      },
    },
    parts.folder,
  );
  const reading = createFairQueue({ atOnce: READ_AT_ONCE });
  const regionNamed = (name: string): Region => {
    const region = kb().regions.get(name);
    if (region !== undefined) return region;
    throw new QingdanError('QD-REGION', `地区「${shown(name)}」不在地区表里`);
  };
  return {
    procedure(name) {
      const process = processes.of(name === null ? undefined : kb().regions.get(name));
      return processLines(process, (id) => citationOf(kb(), id));
    },
    ...proceduresOfAreas(parts, processes.all),
    screen(application, name) {
      const process = processes.of(regionNamed(name));
      const { said, near, basis, notes } = screenTask(application, name, {
        kb: kb(),
        process,
        today: today(),
        task: (task, options) => parts.screener().task(task, options),
      });
      return [
        ...said,
        ...near.map((row) => `相近：${row}`),
        ...basis,
        ...notes.map((note) => `注意：${note}`),
      ];
    },
    async read(file, visitor) {
      const { blocks } = await reading.run(visitor, async () =>
        readFileContent(await file.read(), file.name, { limits: LIMITS }),
      );
      return applicationFrom(
        blocks.flatMap((block) => (block.type === 'table' ? block.rows.map(({ cells }) => cells) : [])),
      );
    },
    form(application, name, number) {
      const process = processes.of(kb().regions.get(name));
      const given = { regionName: name, application, ...(number === undefined ? {} : { number }) };
      const { title, blocks } = applicationForm(process, given);
      return writeDocx(title, blocks, today());
    },
    async handIn(person, application, name) {
      if (store === null) return null;
      const region = regionNamed(name);
      const { department } = application;
      // A draft is all that a conversation may make: whoever hands it in has a user of their own.
      const guest = {
        id: store.ownerOf(person),
        name: '对话窗口',
        role: 'county-department',
        department,
      } as const;
      await refuseMany(store.admissions, { ...guest, region: region.code });
      const act = { at: store.at(), day: today(), process: processes.of(region) };
      const given = { region: region.code, regionName: name, application };
      const { number, code } = await store.admissions.create({ ...guest, region: region.code }, given, act);
      return { number, code };
    },
    async status(number, code) {
      const found = (await store?.admissions.byCode(number, code)) ?? null;
      if (found === null) return null;
      return statusLines(found, processes.of(regionNamed(found.regionName)), today());
    },
  };
}

function citationOf(kb: KnowledgeBase, id: string): Citation | null {
  const row = rowById(kb, id);
  return row === undefined ? null : toCitation(row);
}

/** What is known of areas that are no division. */
function proceduresOfAreas(
  { kb, today, folder }: AdmissionCounterParts,
  all: readonly ProcessData[],
): Pick<AdmissionCounter, 'areaIn' | 'proceduresIn'> {
  const areas = readAreas(folder);
  return {
    areaIn: (text) => areaIn(areas, text)?.name ?? null,
    proceduresIn(name) {
      const area = areaIn(areas, name);
      return area === null ? [] : areaLines(area, all, kb(), today());
    },
  };
}

/** Drafts that one person may have lying in a region: each takes a number, and somebody has to look at it. */
const MOST_DRAFTS = 5;

/** @throws QingdanError QD-BUSY */
async function refuseMany(admissions: Admissions, guest: Actor): Promise<void> {
  const drafts = await admissions.list(guest, { region: guest.region, states: ['draft'], limit: 200 });
  if (drafts.filter(({ owner }) => owner === guest.id).length < MOST_DRAFTS) return;
  throw new QingdanError('QD-BUSY', `您已有${MOST_DRAFTS}份草稿等着处理，请先找申请部门或主管部门办完再登记`);
}
