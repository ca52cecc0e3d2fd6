#!/usr/bin/env node
import { run } from './run.js';

// `qingdan kb list | head` closes the pipe early: nothing is left to tell anybody.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0);
  throw error;
});

await run(process.argv.slice(2));
