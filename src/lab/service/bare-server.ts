/**
 * A server of the same framework that does nothing but read a JSON body and send an answer of the length of ours: what
 * the service is held against. A program of its own: `node bare-server.js PROCESSES BYTES`.
 */
import cluster from 'node:cluster';
import Fastify from 'fastify';

const [processes = 1, bytes = 4_000] = process.argv.slice(2).map(Number);

if (processes > 1 && cluster.isPrimary) {
  let listening = 0;
  cluster.on('listening', (_, { port }) => {
    if (++listening === processes) console.log(`http://127.0.0.1:${port}`);
  });
  for (let i = 0; i < processes; i++) cluster.fork();
  process.once('SIGTERM', () => {
    for (const worker of Object.values(cluster.workers ?? {})) worker?.process.kill('SIGKILL');
    process.exit(0);
  });
} else {
  const answer = { text: '答'.repeat(Math.round(bytes / 3)) };
  const app = Fastify();
  app.post('/api/v1/answers', async () => answer);
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  if (cluster.isPrimary) console.log(url);
}
