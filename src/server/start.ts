import type { Server } from 'node:http';
import { isIPv6, type Socket } from 'node:net';
import { QingdanError } from '#errors.js';
import { createServer } from './create.js';
import type { ServerOptions } from './options.js';
import { endSilence } from './silence.js';

export interface ListenOptions extends ServerOptions {
  /** Address to listen on: 127.0.0.1 for this computer only, 0.0.0.0 for all. */
  host: string;
  /** 0: any free one. */
  port: number;
  /** Milliseconds after which a connection whose caller is silent is destroyed. Default: 15 s. */
  silence?: number | undefined;
}

export interface RunningServer {
  /** Where a browser on this computer finds it. */
  url: string;
  /** Takes no more requests, ends open streams, waits for the requests under way, at most 9 s. */
  close(): Promise<void>;
}

/** Milliseconds for the requests under way: the whole program has 10 s to end. */
const DRAIN = 9_000;

/** Starts the one HTTP server of the process. @throws QingdanError QD-CONFIG, QD-CHANNEL */
export async function startServer(options: ListenOptions): Promise<RunningServer> {
  const { host, port } = options;
  const closing = new AbortController();
  const app = await createServer(options, closing.signal);
  endSilence(app.server, options.silence);
  const silent = silentConnections(app.server);
  try {
    await app.listen({ host, port });
  } catch (cause) {
    await app.close();
    throw cannotListen(host, port, cause);
  }
  const address = app.server.address();
  const actual = typeof address === 'object' && address !== null ? address.port : port;
  let closed: Promise<void> | undefined;
  return {
    url: `http://${reachable(host)}:${actual}`,
    close() {
      closed ??= drain();
      return closed;
    },
  };

  async function drain(): Promise<void> {
    closing.abort();
    // A connection that is kept alive after its last response would hold the server open.
    const idle = setInterval(() => {
      app.server.closeIdleConnections();
      for (const socket of silent) socket.destroy();
    }, 50);
    const late = setTimeout(() => app.server.closeAllConnections(), DRAIN);
    await app.close();
    clearInterval(idle);
    clearTimeout(late);
  }
}

/** Connections that have sent no request yet. Browsers open such ahead of need; Node doesn't count them as idle. */
function silentConnections(server: Server): ReadonlySet<Socket> {
  const silent = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    silent.add(socket);
    socket.once('close', () => silent.delete(socket));
  });
  server.on('request', ({ socket }) => silent.delete(socket));
  return silent;
}

/** An address that means "all" isn't one that a browser can open. */
function reachable(host: string): string {
  if (host === '0.0.0.0' || host === '::' || host === '') return 'localhost';
  return isIPv6(host) ? `[${host}]` : host;
}

function cannotListen(host: string, port: number, cause: unknown): QingdanError {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  const why =
    code === 'EADDRINUSE'
      ? '已被别的程序占用，请换一个（QINGDAN_PORT）'
      : code === 'EACCES'
        ? '没有权限使用，请换一个 1024 以上的（QINGDAN_PORT）'
        : '不能使用，请检查监听地址和 QINGDAN_PORT';
  return new QingdanError('QD-CONFIG', `监听地址 ${host} 的端口 ${port} ${why}`, { cause });
}
