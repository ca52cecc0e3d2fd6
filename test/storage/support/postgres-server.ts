export { type PostgresServer, startPostgres } from '#lab/service/postgres-server.js';
