import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { usesColour } from '#adapters/terminal/paint.js';
import { recordingLog, testBot } from '../../conversation/parts.js';
import { openTerminal } from './open-terminals.js';

const context = async () => {
  let ids = 0;
  return { bot: await testBot(), log: recordingLog(), clock: () => 0, newId: () => `t${++ids}` };
};

const ESCAPE = '\u001b[';

describe('the terminal, with input that is not one', () => {
  it('answers line by line, in order, and ends with the input', async () => {
    const { adapter, input, written } = await openTerminal(await context());
    input.end('能开居住证明吗\n\n能开户口证明吗\r\n依据是哪条');
    await adapter.ended;
    const text = written();
    const places = ['答：能开居住证明吗', '答：能开户口证明吗', '第1条说的是什么'].map((part) =>
      text.indexOf(part),
    );
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places[0]).toBeGreaterThanOrEqual(0);
    expect(text).not.toContain('您问：');
    expect(text).not.toContain(ESCAPE);
  });

  it('waits for the reply under way when it stops', async () => {
    const { adapter, input, written } = await openTerminal(await context());
    input.write('能开居住证明吗\n');
    await new Promise((resolve) => setImmediate(resolve));
    await adapter.stop();
    expect(written()).toContain('答：能开居住证明吗');
  });

  it('takes escape sequences of a message for what they are, not for orders to the terminal', async () => {
    const { adapter, input, written } = await openTerminal(await context());
    input.end('能开\u001b[31m红色\u001b]0;title\u0007的证明吗\n');
    await adapter.ended;
    expect(written()).not.toContain('\u001b');
  });
});

describe('the terminal, with a person at it', () => {
  it('prompts, and shows the verdict in colour', async () => {
    const { adapter, input, written } = await openTerminal(await context(), { isTTY: true });
    input.write('能开居住证明吗\n');
    await expect.poll(written).toContain(`${ESCAPE}1;31m答：能开居住证明吗`);
    input.end();
    await adapter.ended;
    expect(written()).toContain('您问：');
  });

  it('takes what is pasted at once for one message, its last line with the key that sends it', async () => {
    const { adapter, input, written } = await openTerminal(await context(), { isTTY: true });
    input.write('能开居住证明吗\n孩子上学要用\n\n学校让我来开');
    await new Promise((resolve) => setTimeout(resolve, 120));
    expect(written()).not.toContain('答：');
    input.write('\n');
    await expect.poll(written).toContain('答：能开居住证明吗\n孩子上学要用\n\n学校让我来开');
    input.write('能开户口证明吗\n');
    await expect.poll(written).toContain('答：能开户口证明吗');
    input.end();
    await adapter.ended;
  });

  it('answers a paste that ends with a line end, and what is left when the input ends', async () => {
    const { adapter, input, written } = await openTerminal(await context(), { isTTY: true });
    input.write('居住证明\n能开吗\n');
    await expect.poll(written).toContain('答：居住证明\n能开吗');
    input.end('户口证明\n能开吗');
    await adapter.ended;
    expect(written()).toContain('答：户口证明\n能开吗');
  });

  it('shows no colour of its own with NO_COLOR', async () => {
    const options = { isTTY: true, environment: { NO_COLOR: '1' } };
    const { adapter, input, written } = await openTerminal(await context(), options);
    input.write('能开居住证明吗\n');
    await expect.poll(written).toContain('答：能开居住证明吗');
    input.end();
    await adapter.ended;
    expect(written()).not.toContain(`${ESCAPE}1;31m`);
    expect(written()).not.toContain(`${ESCAPE}2m`);
  });

  it('keeps the lines for the next time, personal data masked', async () => {
    const historyFile = join(mkdtempSync(join(tmpdir(), 'qingdan-terminal-')), 'deeper', 'history');
    const terminal = { isTTY: true, settings: { historyFile } };
    const { adapter, input, written } = await openTerminal(await context(), terminal);
    input.write('我的电话13812345678，能开证明吗\n');
    await expect.poll(written).toContain('答：');
    input.end();
    await adapter.ended;
    expect(readFileSync(historyFile, 'utf8')).toBe('我的电话〔电话〕，能开证明吗\n');
  });

  it('calls back the lines of the last time with ↑', async () => {
    const historyFile = join(mkdtempSync(join(tmpdir(), 'qingdan-terminal-')), 'history');
    writeFileSync(historyFile, '能开户口证明吗\n能开居住证明吗\n');
    const terminal = { isTTY: true, settings: { historyFile } };
    const { adapter, input, written } = await openTerminal(await context(), terminal);
    input.write('\u001b[A\u001b[A\r');
    await expect.poll(written).toContain('答：能开户口证明吗');
    input.end();
    await adapter.ended;
  });
});

describe('colours', () => {
  it.each([
    [undefined, true, {}, true],
    [undefined, false, {}, false],
    [undefined, true, { NO_COLOR: '1' }, false],
    [undefined, true, { NO_COLOR: '' }, true],
    [undefined, true, { TERM: 'dumb' }, false],
    [true, false, { NO_COLOR: '1' }, true],
    [false, true, {}, false],
  ] as const)('setting %s, terminal %s, environment %j: %s', (setting, isTerminal, environment, expected) => {
    expect(usesColour(setting, isTerminal, environment)).toBe(expected);
  });
});
