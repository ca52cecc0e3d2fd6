import { vi } from 'vitest';
import { run } from '#cli/run.js';

export interface Outcome {
  stdout: string;
  stderr: string;
  exitCode: number;
}

/** Runs one command line inside this process and catches what it prints. */
export async function qingdan(...argv: string[]): Promise<Outcome> {
  const written = { stdout: '', stderr: '' };
  const spies = (['stdout', 'stderr'] as const).map((stream) =>
    vi.spyOn(process[stream], 'write').mockImplementation((chunk) => {
      written[stream] += String(chunk);
      return true;
    }),
  );
  process.exitCode = 0;
  try {
    await run(argv);
    return { ...written, exitCode: process.exitCode };
  } finally {
    process.exitCode = 0;
    for (const spy of spies) spy.mockRestore();
  }
}
