import type { Actor } from '#access/roles.js';
import { type Application, type ApplicationDraft, checkComplete } from '#admission/application.js';
import type { AdmissionProcess } from '#admission/process.js';
import type { TaskScreening } from '#admission/screening.js';
import type { AdmissionEvent } from '#admission/state.js';
import type { Screener } from '#answer/index.js';
import type { KnowledgeBase } from '#catalogue/knowledge-base.js';
import type { Region } from '#catalogue/regions.js';
import { QingdanError, shown } from '#errors.js';
import type { AdmissionAct, Admissions, StoredAdmission } from '#storage/ports.js';
import type { Processes } from './processes.js';
import { screenTask } from './task-screening.js';

/** The counter where applications for admission are handed in and worked on. */
export interface AdmissionDesk {
  /** A draft. @throws as `Admissions.create`; QD-REGION */
  open(actor: Actor, region: Region, application: ApplicationDraft, at: string): Promise<StoredAdmission>;
  /** Anything that is done to one; a submission gets its screening. @throws as `Admissions.apply` */
  apply(actor: Actor, idOrNumber: string, event: AdmissionEvent, at: string): Promise<StoredAdmission>;
  /** What the lists say of a task before it is handed in. */
  screen(application: Application, regionName: string): TaskScreening;
  processOf(admission: Pick<StoredAdmission, 'regionName'>): AdmissionProcess;
}

export interface AdmissionDeskParts {
  admissions: Admissions;
  kb: KnowledgeBase;
  processes: Processes;
  /** What the lists say of a task, by its name. */
  task: Screener['task'];
  /** YYYY-MM-DD, in China. */
  today(): string;
}

export function createAdmissionDesk(parts: AdmissionDeskParts): AdmissionDesk {
  const { admissions, kb, processes, today } = parts;
  const regionNamed = (name: string): Region => {
    const region = kb.regions.get(name);
    if (region !== undefined) return region;
    throw new QingdanError('QD-REGION', `地区「${shown(name)}」不在现在的地区表里`);
  };
  const processOf = ({ regionName }: Pick<StoredAdmission, 'regionName'>) =>
    processes.of(regionNamed(regionName));
  const actFor = (regionName: string, at: string): AdmissionAct => ({
    at,
    day: today(),
    process: processOf({ regionName }),
  });
  const screen = (application: Application, regionName: string): TaskScreening =>
    screenTask(application, regionName, {
      kb,
      process: processOf({ regionName }),
      today: today(),
      task: parts.task,
    });
  return {
    open: (actor, region, application, at) =>
      admissions.create(
        actor,
        { region: region.code, regionName: region.name, application },
        actFor(region.name, at),
      ),
    async apply(actor, idOrNumber, event, at) {
      const { id, regionName, application } = await admissions.find(actor, idOrNumber);
      const screening = event.type === 'submit' ? screen(checkComplete(application), regionName) : undefined;
      return admissions.apply(actor, id, event, actFor(regionName, at), screening);
    },
    screen,
    processOf,
  };
}
