import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { expect, it } from 'vitest';
import { packagePath } from '#package-root.js';

it('qingdan mcp answers the official client over standard input and output, and ends with it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'qingdan-mcp-'));
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: [packagePath('dist', 'src', 'cli', 'main.js'), 'mcp'],
    env: { PATH: process.env.PATH ?? '', QINGDAN_DATA_DIR: folder },
    stderr: 'ignore',
  });
  const client = new Client({ name: 'test', version: '1.0.0' });
  const closed = new Promise<void>((resolve) => {
    client.onclose = resolve;
  });
  await client.connect(transport);
  expect(client.getServerVersion()?.name).toBe('qingdan');
  expect(client.getInstructions()).toContain('出处');
  const { structuredContent } = await client.callTool({
    name: 'ask',
    arguments: { text: '社区能开无犯罪记录证明吗' },
  });
  expect(structuredContent).toMatchObject({ verdict: 'must-not-certify' });
  await client.close();
  await closed;
  rmSync(folder, { recursive: true, force: true });
});
