import { createInterface } from 'node:readline/promises';
import { QingdanError } from '#errors.js';

/**
 * Asks on a terminal; where nobody can answer, nothing is confirmed.
 * @param question what 是 or yes stands for, with a blank behind it
 * @throws QingdanError QD-CANCELLED on Ctrl-C
 */
export async function confirmed(question: string, json: true | undefined): Promise<boolean> {
  if (json || !process.stdin.isTTY || !process.stdout.isTTY) return false;
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const abort = new AbortController();
  terminal.once('SIGINT', () => abort.abort());
  try {
    return /^\s*(是|yes|y)\s*$/i.test(await terminal.question(question, { signal: abort.signal }));
  } catch (cause) {
    throw new QingdanError('QD-CANCELLED', '已取消，什么都没有改动', { cause });
  } finally {
    terminal.close();
  }
}
