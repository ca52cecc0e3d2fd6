/** The bare server of the same framework, in a process of its own; it sends its address to whoever started it. */
import fastify from 'fastify';

const server = fastify();
server.post('/', () => ({ verdict: 'duty' }));
process.send?.(await server.listen({ port: 0, host: '127.0.0.1' }));
