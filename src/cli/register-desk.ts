import { writeFileSync } from 'node:fs';
import type { Actor } from '#access/roles.js';
import { readKnowledge } from '#app/open.js';
import { QingdanError, shown } from '#errors.js';
import { codeOfRegion, placeName } from '#registers/places.js';
import { allEntries as entriesOf } from '#storage/all-entries.js';
import type { RegisterAct, RegisterPage, Storage } from '#storage/ports.js';
import { AS_OPTION, commandActor } from './actor.js';
import { commandAct, withStorage } from './storage.js';

/** Options that every command of a register has. */
export interface DeskOptions {
  as?: string;
  region?: string;
}

/** The store, who acts on it, and where: the actor's own region unless another is named. */
export interface OpenDesk {
  storage: Storage;
  actor: Actor;
  region: string;
}

export const AS = AS_OPTION;
export const REGION = [
  '--region <地区>',
  '哪个地区：名称，或 6、9、12 位区划代码；不写为自己的地区',
] as const;

/** Does something at the desk. A missing store is made where `make` says so. @throws as `openStorage`, `commandActor` */
export function atDesk<T>(
  { as, region }: DeskOptions,
  work: (desk: OpenDesk) => Promise<T>,
  { make = false }: { make?: boolean } = {},
): Promise<T> {
  return withStorage(
    async (storage) => {
      const actor = await commandActor(storage, as);
      const code = region === undefined ? actor.region : codeOfRegion(readKnowledge().regions, region);
      return work({ storage, actor, region: code });
    },
    { make },
  );
}

/** Regions of one command's output by their names; the knowledge base is read once, where there is something to name. */
export function placeNames(): (code: string) => string {
  let regions: ReturnType<typeof readKnowledge>['regions'] | undefined;
  return (code) => {
    regions ??= readKnowledge().regions;
    return placeName(regions, code);
  };
}

/** A command's act, with its day in China. */
export function registerAct(source: string): RegisterAct {
  const { at } = commandAct();
  return { at, day: chinaDay(at), source };
}

/** The day in China (UTC+8) of a time. */
export function chinaDay(at: string): string {
  return new Date(Date.parse(at) + 8 * 3600_000).toISOString().slice(0, 10);
}

/** Every entry of a page and those behind it, for who stands at the desk. */
export const allEntries = ({ storage, actor }: OpenDesk, page: Omit<RegisterPage, 'limit' | 'after'>) =>
  entriesOf(storage.registers, actor, page);

/** Writes a file. @throws QingdanError QD-FILE */
export function writeOut(path: string, bytes: Uint8Array): void {
  try {
    writeFileSync(path, bytes);
  } catch (cause) {
    throw new QingdanError('QD-FILE', `写不了文件「${shown(path)}」，请检查文件夹和权限`, { cause });
  }
}
