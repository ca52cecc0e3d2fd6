import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** Milliseconds that a caller may neither send nor take anything while it is its turn to. */
export const SILENCE = 15_000;

/** A request whose answer isn't taken yet. */
interface Exchange {
  received: boolean;
  response: ServerResponse;
}

/**
 * Destroys connections whose caller stays silent: before or inside a request, or with an answer that it doesn't take. While
 * an answer is being made, and while a stream of events has nothing to tell, it is we who are silent.
 */
export function endSilence(server: Server, milliseconds: number = SILENCE): void {
  // Of one connection, in order: a caller may send its next requests before it has taken the first answer.
  const open = new WeakMap<Socket, Exchange[]>();
  // Node sets this on every new connection, and again when a kept one begins its next request.
  server.timeout = milliseconds;
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const { socket } = request;
    const exchanges = open.get(socket) ?? [];
    open.set(socket, exchanges);
    const watch = () => {
      const [first] = exchanges;
      if (first === undefined) return;
      const ours = first.received && !first.response.writableEnded;
      socket.setTimeout(ours ? 0 : milliseconds);
    };
    const hasBody = 'transfer-encoding' in request.headers || Number(request.headers['content-length']) > 0;
    const exchange = { received: !hasBody, response };
    exchanges.push(exchange);
    request.once('end', () => {
      exchange.received = true;
      watch();
    });
    response.once('prefinish', watch);
    response.once('close', () => {
      exchanges.splice(exchanges.indexOf(exchange), 1);
      watch();
    });
    watch();
  });
}
