import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const { name, exports } = JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8')) as {
  name: string;
  exports: Record<string, string>;
};

/** What a program of somebody else prints that imports the package by its name. */
const run = (program: string): unknown =>
  JSON.parse(
    execFileSync(process.execPath, ['--input-type=module', '--eval', program], {
      cwd: ROOT,
      encoding: 'utf8',
    }),
  );

const PUBLIC: Readonly<Record<string, readonly string[]>> = {
  '.': ['ERROR_CODES', 'QingdanError', 'openAssistant'],
  './matching': ['createMatcher'],
};

describe('the package', () => {
  it('exports what is written down here, and nothing else', () => {
    expect(Object.keys(exports)).toEqual(Object.keys(PUBLIC));
  });

  it.each(Object.entries(PUBLIC))('is imported by name as %s', (path, names) => {
    const specifier = JSON.stringify(`${name}${path.slice(1)}`);
    const got = run(`console.log(JSON.stringify(Object.keys(await import(${specifier}))))`) as string[];
    expect(got).toEqual(expect.arrayContaining([...names]));
  });

  it('answers a question and screens a notice', () => {
    const { verdict, cited, tasks, code } = run(`
      import { openAssistant, QingdanError } from 'qingdan';
      const assistant = openAssistant({ today: '2026-11-23' });
      const answer = assistant.ask({ text: '社区能开无犯罪记录证明吗' });
      const screening = assistant.screen('各社区要做好违建拆除。', { source: '通知.txt' });
      let code = null;
      try {
        assistant.ask({ text: '' });
      } catch (error) {
        if (error instanceof QingdanError) code = error.code;
      }
      const cited = answer.citations.length;
      console.log(JSON.stringify({ verdict: answer.verdict, cited, tasks: screening.tasks.length, code }));
    `) as Record<string, unknown>;
    expect({ verdict, tasks, code }).toEqual({ verdict: 'must-not-certify', tasks: 1, code: 'QD-EMPTY' });
    expect(cited).toBeGreaterThan(0);
  });
});
