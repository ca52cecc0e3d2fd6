export type { McpDesk } from './desk.js';
export { mcpEndpoint, serveStdio } from './server.js';
