export { createServer } from './create.js';
export { type ServerOptions, type ServerSettings, serverSettingsSchema } from './options.js';
export { type ListenOptions, type RunningServer, startServer } from './start.js';
