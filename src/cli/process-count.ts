import { availableParallelism, totalmem } from 'node:os';

/** Bytes of memory for each process: an assistant with its answers takes about 300 MB, its thread for notices as much. */
const MEMORY = 1_000_000_000;
/** Beyond it one database file is what keeps them waiting; whoever has more cores sets the number. */
const MOST = 4;

/** How many processes a service has where nobody says so: one per core, as far as the memory goes. */
export function processesFor(cores = availableParallelism(), memory = allowedMemory()): number {
  return Math.max(1, Math.min(cores, Math.floor(memory / MEMORY), MOST));
}

/** What the machine has, or the container lets it take. */
function allowedMemory(): number {
  const limit = process.constrainedMemory();
  return limit > 0 && limit < totalmem() ? limit : totalmem();
}
