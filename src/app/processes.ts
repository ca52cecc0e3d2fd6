import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type AdmissionProcess, type ProcessData, parseProcess, processFor } from '#admission/process.js';
import type { KnowledgeBase } from '#catalogue/knowledge-base.js';
import { COUNTRY, type Region } from '#catalogue/regions.js';
import { QingdanError } from '#errors.js';
import type { TextFile } from '#text/yaml.js';
import { knowledgeFolder, listFolder, readTextFile } from './files.js';

/** The texts of a folder's admission procedures; none where it has no such folder. @throws QingdanError QD-FILE */
export function readProcessFiles(folder?: string): TextFile[] {
  const path = join(knowledgeFolder(folder), 'admission');
  if (!existsSync(path)) return [];
  const names = listFolder(path).filter((name) => /\.ya?ml$/.test(name));
  return names.sort().map((name) => readTextFile(join(path, name), `admission/${name}`));
}

/** 准入程序 of every region. */
export interface Processes {
  readonly all: readonly ProcessData[];
  /** As it holds for a region (the country where none is given). */
  of(region: Region | undefined): AdmissionProcess;
}

/** The procedures of a knowledge folder. @throws QingdanError QD-FILE, QD-YAML, QD-SCHEMA, QD-KNOWLEDGE */
export function readProcesses(kb: Pick<KnowledgeBase, 'regions'>, folder?: string): Processes {
  const all = readProcessFiles(folder).map(parseProcess);
  if (!all.some(({ region }) => region === COUNTRY)) {
    throw new QingdanError('QD-KNOWLEDGE', '知识库的 admission 文件夹里没有全国的默认准入程序');
  }
  return {
    all,
    of: (region) =>
      processFor(all, region === undefined ? [COUNTRY] : kb.regions.lineage(region).map(({ name }) => name)),
  };
}
