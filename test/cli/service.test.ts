import { request } from 'node:http';
import { describe, expect, it } from 'vitest';
import { type ServiceOptions, startService } from '#cli/service.js';
import { loadConfiguration } from '#config/load.js';
import { fakeDesk, recordingLog, testBot } from '../conversation/parts.js';
import { answeringDesk } from '../server/support/desk.js';

/** Only the fitting of weights reads a question without deciding. */

async function service(environment: Record<string, string> = {}, more: Partial<ServiceOptions> = {}) {
  const desk = fakeDesk();
  const log = recordingLog();
  let ids = 0;
  const context = { bot: await testBot({ desk, log }), log, clock: () => 0, newId: () => `s${++ids}` };
  const settings = await loadConfiguration({ QINGDAN_PORT: '0', ...environment });
  return startService({ settings, context, desk: answeringDesk(), log, ...more });
}

describe('the service', () => {
  it('serves the chat page when nothing is configured, and is ready', async () => {
    const running = await service();
    expect(running.channels).toEqual(['web']);
    expect((await fetch(`${running.url}/`)).status).toBe(200);
    expect((await fetch(`${running.url}/readyz`)).status).toBe(200);
    await running.stop();
    await expect(fetch(`${running.url}/healthz`)).rejects.toThrow();
  });

  it('isn’t ready while its store takes nothing, and is again when it does', async () => {
    let takes = false;
    const running = await service({}, { storeTakes: async () => takes });
    const status = async () => (await fetch(`${running.url}/readyz`)).status;
    expect(await status()).toBe(503);
    takes = true;
    expect(await status()).toBe(200);
    await running.stop();
  });

  it('answers under the name of the address that the page is opened under', async () => {
    const running = await service({
      QINGDAN_WEB_PUBLIC_URL: 'https://qd.example.gov.cn',
      QINGDAN_HOSTS: 'qd-server',
    });
    const port = Number(new URL(running.url).port);
    const statusUnder = (host: string) =>
      new Promise((resolve, reject) => {
        const asked = request({ port, host: '127.0.0.1', headers: { host } }, (response) => {
          response.resume();
          resolve(response.statusCode);
        });
        asked.on('error', reject).end();
      });
    expect(await statusUnder('qd.example.gov.cn')).toBe(200);
    expect(await statusUnder('qd-server')).toBe(200);
    expect(await statusUnder('evil.example')).toBe(421);
    await running.stop();
  });

  it('starts every channel that is configured, and not the terminal', async () => {
    const running = await service({
      QINGDAN_OFFICIAL_ACCOUNT_MODE: 'plain',
      QINGDAN_OFFICIAL_ACCOUNT_TOKEN: 'token',
      QINGDAN_WEB_TITLE: '清单',
      QINGDAN_TERMINAL_COLOUR: '0',
    });
    expect(running.channels).toEqual(['web', 'official-account']);
    const unsigned = await fetch(`${running.url}/channels/official-account`, {
      method: 'POST',
      body: '<xml/>',
    });
    expect(unsigned.status).toBe(401);
    await running.stop();
  });

  it('answers what is under way before it stops', async () => {
    const running = await service();
    const asked = fetch(`${running.url}/api/v1/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ text: '能开居住证明吗' }),
    });
    const response = await asked;
    await running.stop();
    expect(await response.text()).toContain('能开居住证明吗');
  });

  it('refuses a port that is taken, and leaves nothing running', async () => {
    const first = await service();
    const port = new URL(first.url).port;
    await expect(service({ QINGDAN_PORT: port })).rejects.toMatchObject({ code: 'QD-CONFIG', exitCode: 2 });
    await first.stop();
  });

  it('says which channel can’t connect', async () => {
    const slack = {
      QINGDAN_SLACK_MODE: 'socket',
      QINGDAN_SLACK_BOT_TOKEN: 'xoxb-1',
      QINGDAN_SLACK_APP_TOKEN: 'xapp-1',
      QINGDAN_SLACK_API_URL: 'http://127.0.0.1:9/',
    };
    await expect(service(slack)).rejects.toMatchObject({
      code: 'QD-CHANNEL',
      message: expect.stringMatching(/slack/i),
    });
  });
});
