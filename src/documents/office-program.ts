import { type ChildProcess, spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { QingdanError } from '#errors.js';
import type { FileFormat } from './content.js';

/** LibreOffice on this machine, which reads what no reader here does: documents before Word 97, of Works, and the like. */
export interface OfficeProgram {
  path: string;
}

/** What each format is turned into to be read. */
const TARGET: Partial<Record<FileFormat, 'docx' | 'xlsx'>> = {
  doc: 'docx',
  rtf: 'docx',
  odt: 'docx',
  xls: 'xlsx',
  ods: 'xlsx',
};
/** Starting LibreOffice alone takes some seconds. */
const MILLISECONDS = 60_000;
const NAMES = process.platform === 'win32' ? ['soffice.exe'] : ['soffice', 'libreoffice'];
const USUAL_FOLDERS = [
  'C:\\Program Files\\LibreOffice\\program',
  '/Applications/LibreOffice.app/Contents/MacOS',
  '/opt/libreoffice/program',
];

/** The program of QINGDAN_OFFICE, else LibreOffice where it is installed; null where it isn't, or QINGDAN_OFFICE is `none`. */
export function findOfficeProgram(env: NodeJS.ProcessEnv = process.env): OfficeProgram | null {
  const set = env.QINGDAN_OFFICE;
  if (set === 'none') return null;
  if (set) return isProgram(set) ? { path: set } : null;
  const folders = [...(env.PATH ?? '').split(delimiter).filter(Boolean), ...USUAL_FOLDERS];
  for (const folder of folders) {
    for (const name of NAMES) {
      const path = join(folder, name);
      if (isProgram(path)) return { path };
    }
  }
  return null;
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    // Not there, or not to be run: another place is tried.
    return false;
  }
}

/** Whether a format can be turned into one that is read here. */
export const convertible = (format: FileFormat): boolean => TARGET[format] !== undefined;

/**
 * A file as .docx or .xlsx. The program gets a profile of its own in which macros, active content and links to elsewhere
 * are off, and a minute.
 * @returns null where it can't read the file either
 * @throws QingdanError QD-FILE-TIME
 */
export async function convertWithOffice(
  { path }: OfficeProgram,
  bytes: Uint8Array,
  format: FileFormat,
  milliseconds = MILLISECONDS,
): Promise<{ bytes: Uint8Array; format: FileFormat } | null> {
  const target = TARGET[format] ?? 'docx';
  const folder = await mkdtemp(join(tmpdir(), 'qingdan-office-'));
  try {
    const profile = join(folder, 'profile');
    await mkdir(join(profile, 'user'), { recursive: true });
    await writeFile(join(profile, 'user', 'registrymodifications.xcu'), SAFE_SETTINGS);
    const source = join(folder, `file.${format}`);
    await writeFile(source, bytes);
    const options = [
      '--headless',
      '--norestore',
      '--nolockcheck',
      '--convert-to',
      target,
      '--outdir',
      join(folder, 'out'),
      source,
    ];
    const program = spawn(path, [`-env:UserInstallation=${pathToFileURL(profile)}`, ...options], {
      stdio: 'ignore',
      detached: process.platform !== 'win32',
    });
    await ended(program, milliseconds);
    return { bytes: new Uint8Array(await readFile(join(folder, 'out', `file.${target}`))), format: target };
  } catch (cause) {
    if (cause instanceof QingdanError) throw cause;
    // It wrote nothing, or couldn't be started: the reader's own refusal says what to do.
    return null;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function ended(program: ChildProcess, milliseconds: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      // The program that is started only starts another one.
      if (program.pid !== undefined && process.platform !== 'win32') process.kill(-program.pid, 'SIGKILL');
      else program.kill('SIGKILL');
      reject(
        new QingdanError(
          'QD-FILE-TIME',
          `办公软件转换文件超过 ${Math.round(milliseconds / 1000)} 秒，已停止`,
        ),
      );
    }, milliseconds);
    program.once('error', (cause) => {
      clearTimeout(timer);
      reject(cause);
    });
    program.once('exit', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

const setting = (path: string, name: string, value: string) =>
  `<item oor:path="/org.openoffice.Office.Common/Security/${path}"><prop oor:name="${name}" oor:op="fuse"><value>${value}</value></prop></item>`;
const SAFE_SETTINGS = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">${setting('Scripting', 'MacroSecurityLevel', '3')}${setting('Scripting', 'DisableMacrosExecution', 'true')}${setting('Scripting', 'DisableActiveContent', 'true')}${setting('Scripting', 'BlockUntrustedRefererLinks', 'true')}</oor:items>
`;
