import { CommanderError } from 'commander';
import { QingdanError, shown } from '#errors.js';
import { createProgram, usageError } from './program.js';

/**
 * Runs one command line (`argv` without node and script). Leaves its exit code in `process.exitCode`: 0 done, 1 a
 * finding, 2 bad input or configuration, told in one line on standard error.
 */
export async function run(argv: readonly string[]): Promise<void> {
  try {
    await (await createProgram(argv)).parseAsync(argv, { from: 'user' });
  } catch (error) {
    const fault = asQingdanError(error);
    if (fault === null) return;
    process.stderr.write(`错误 ${fault.code}：${fault.message}\n`);
    process.exitCode = fault.exitCode;
  }
}

function asQingdanError(error: unknown): QingdanError | null {
  if (error instanceof QingdanError) return error;
  if (error instanceof CommanderError) return usageError(error);
  // QINGDAN_DEBUG shows where a fault of the program itself comes from.
  if (process.env.QINGDAN_DEBUG) throw error;
  const what = shown(error instanceof Error ? error.message : String(error));
  return new QingdanError('QD-INTERNAL', `程序出错：${what}，请设 QINGDAN_DEBUG=1 重试并把输出反馈给维护者`, {
    cause: error,
  });
}
