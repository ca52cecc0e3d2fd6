import { expect, it } from 'vitest';
import { createAdapter } from '#adapters/official-account/adapter.js';
import { field, httpServer, stage } from '../../channels/support.js';
import { AES, PATH, PLAIN, signed, textMessage } from './platform.js';

it.each([PLAIN, AES])('微信 and the program talk over HTTP ($mode)', async (settings) => {
  const scene = stage(undefined, Date.now);
  const adapter = createAdapter(settings, scene.context);
  const server = await httpServer(adapter, scene);
  const query = (more = {}) => new URLSearchParams({ ...signed(Math.floor(Date.now() / 1000)), ...more });
  const address = `${server.url}${PATH}`;

  const echo = await fetch(`${address}?${query({ echostr: '590' })}`);
  expect([echo.status, await echo.text()]).toEqual([200, '590']);
  const send = (search: URLSearchParams) =>
    fetch(`${address}?${search}`, {
      method: 'POST',
      body: textMessage('m1', '能开居住证明吗'),
      headers: { 'content-type': 'text/xml' },
    });
  const answer = await send(query());
  if (settings.mode === 'plain') expect(field(await answer.text(), 'Content')).toBe('答：能开居住证明吗');
  else expect(answer.status).toBe(401);
  expect((await send(query({ signature: '0'.repeat(40) }))).status).toBe(401);
  expect(scene.heard).toHaveLength(settings.mode === 'plain' ? 1 : 0);
  await server.close();
});
