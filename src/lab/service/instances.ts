import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startWatched, type WatchedService } from './watched-service.js';

/** Services on one store, as they stand on several machines. */
export interface Instances {
  readonly all: WatchedService[];
  /** Folder that all of them use: the key, and the database where it is a file. */
  readonly dataDir: string;
  /** Ends one as a power cut does, and starts another in its place. */
  replace(place: number): Promise<void>;
  stop(): Promise<void>;
}

/** @param looked whether their loops are looked at, as in `startWatched` */
export async function startInstances(
  count: number,
  environment: Readonly<Record<string, string>>,
  looked = true,
): Promise<Instances> {
  const dataDir = mkdtempSync(join(tmpdir(), 'qingdan-instances-'));
  const start = () => startWatched({ environment, dataDir, looked });
  const all: WatchedService[] = [];
  // The first makes the key and the tables.
  for (let i = 0; i < count; i++) all.push(await start());
  return {
    all,
    dataDir,
    async replace(place) {
      process.kill(all[place]?.pid ?? 0, 'SIGKILL');
      all[place] = await start();
    },
    async stop() {
      await Promise.all(all.map((service) => service.stop()));
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
