import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { QingdanError } from '#errors.js';

/** More than any password that is taken. */
const LONGEST = 1000;

/** A password from the first line of standard input; asked for without showing it where somebody sits there. @throws QingdanError QD-INPUT */
export async function readPassword(): Promise<string> {
  return process.stdin.isTTY ? askPassword() : firstLine();
}

async function askPassword(): Promise<string> {
  process.stderr.write('密码（输入时不显示）：');
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const terminal = createInterface({ input: process.stdin, output: silent, terminal: true });
  try {
    return await terminal.question('');
  } finally {
    terminal.close();
    process.stderr.write('\n');
  }
}

async function firstLine(): Promise<string> {
  let text = '';
  for await (const chunk of process.stdin.setEncoding('utf8')) {
    text += chunk;
    if (text.includes('\n') || text.length > LONGEST) break;
  }
  const [line = ''] = text.split(/\r?\n/);
  if (line !== '') return line;
  throw new QingdanError('QD-INPUT', '没有读到密码，请在标准输入的第一行给出');
}
