/** A server with the rooms of the API on a store of its own, and users of every role in two counties. */
import { rmSync } from 'node:fs';
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';
import { ROLES, type Role } from '#access/roles.js';
import { type Assistant, openAssistant } from '#app/assistant.js';
import { importFolderOf } from '#app/import-folder.js';
import { readMatters } from '#app/matters.js';
import { doOfficeTask, officeWork } from '#app/office-work.js';
import { createWindow, readLimits } from '#app/window.js';
import { createUserDesk } from '#cli/user-desk.js';
import { type RoomsDesk, roomsOn } from '#gateway/index.js';
import type { ServerOptions } from '#server/index.js';
import type { OutsideSignIn } from '#server/user-desk.js';
import { openStorage } from '#storage/open.js';
import { hashPassword } from '#storage/password.js';
import type { Storage } from '#storage/ports.js';
import { openServer } from '../../server/support/server.js';
import { settingsOf } from '../../storage/support/settings.js';
import { newFolder } from '../../storage/support/stores.js';

export const PASSWORD = '春眠不觉晓处处闻啼鸟';
export const TODAY = '2026-11-23';
export const AT = `${TODAY}T01:00:00.000Z`;
export const DEPARTMENT = '区城管局';

/** Where each role sits. */
export const REGIONS: Readonly<Record<Role, string>> = {
  worker: '500112001001',
  secretary: '500112001001',
  street: '500112001',
  'county-lead': '500112',
  'county-department': '500112',
  city: '500000',
  admin: '500000',
  auditor: '500000',
};
/** The county of users who must not see what those of the first do. */
export const ELSEWHERE = '500108';
export const elsewhere = (region: string): string => region.replace(/^500112/, ELSEWHERE);

export interface Office {
  app: FastifyInstance;
  storage: Storage;
  /** A request of a user (null: of nobody) under /api/v1. */
  call(
    user: string | null,
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    url: string,
    payload?: InjectOptions['payload'],
    headers?: Record<string, string>,
  ): Promise<LightMyRequestResponse>;
  /** A token of a user's session. */
  tokenOf(user: string): Promise<string>;
  close(): Promise<void>;
}

let opened: Assistant | undefined;
/** The assistant as it ships, opened once for a test file. */
export function assistant(): Assistant {
  opened ??= openAssistant({ today: TODAY });
  return opened;
}

/** Users are named by their roles, those of the other county `…-elsewhere`. */
export async function openOffice(
  options: Partial<ServerOptions> = {},
  desk: Partial<RoomsDesk> = {},
  outside: (storage: Storage) => OutsideSignIn | undefined = () => undefined,
): Promise<Office> {
  const folder = newFolder();
  const storage = await openStorage(settingsOf(folder), { driver: 'better-sqlite3' });
  const root = { id: 'root', name: '本机', role: 'admin', region: '000000' } as const;
  const passwordHash = await hashPassword(PASSWORD);
  for (const role of ROLES) {
    for (const [name, region] of [
      [role, REGIONS[role]],
      [`${role}-elsewhere`, elsewhere(REGIONS[role])],
    ] as const) {
      const account = { id: name, name, role, region, department: DEPARTMENT, passwordHash };
      await storage.accounts.add(root, account, { at: AT, actor: '本机' });
    }
  }
  const live = {
    get assistant() {
      return assistant();
    },
  };
  let ids = 0;
  const window = createWindow({
    assistant,
    library: readMatters(),
    limits: readLimits(),
    clock: () => Date.parse(AT),
  });
  const app = await openServer({
    users: createUserDesk({
      storage,
      kb: () => live.assistant.kb,
      at: () => AT,
      https: false,
      outside: outside(storage),
    }),
    rooms: roomsOn({
      storage,
      live,
      window,
      office: '示例社区',
      at: () => AT,
      today: () => TODAY,
      editionToday: () => `${live.assistant.kb.version}-${TODAY}`,
      importFolder: importFolderOf(folder),
      work: officeWork((task) => doOfficeTask(storage, task)),
      lookbackK: 5,
      newId: () => `new-id-${String(++ids).padStart(12, '0')}`,
      ...desk,
    }),
    ...options,
  });
  const tokens = new Map<string, string>();
  const tokenOf = async (name: string): Promise<string> => {
    const known = tokens.get(name);
    if (known !== undefined) return known;
    const { token } = await storage.logins.open(
      name,
      PASSWORD,
      `${'s'.repeat(43 - String(tokens.size).length)}${tokens.size}`,
      AT,
    );
    tokens.set(name, token);
    return token;
  };
  return {
    app,
    storage,
    tokenOf,
    async call(user, method, url, payload, headers = {}) {
      const own = user === null ? {} : { authorization: `Bearer ${await tokenOf(user)}` };
      return app.inject({
        method,
        url: `/api/v1${url}`,
        headers: { ...own, ...headers },
        ...(payload === undefined ? {} : { payload }),
      });
    },
    async close() {
      await app.close();
      await storage.close();
      rmSync(folder, { recursive: true });
    },
  };
}
