import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { channelLines, channelReport } from '#config/channel-report.js';
import { loadConfiguration } from '#config/load.js';
import { QingdanError } from '#errors.js';

const folder = mkdtempSync(join(tmpdir(), 'qingdan-config-'));
let files = 0;

function file(text: string): string {
  const path = join(folder, `config-${++files}.yaml`);
  writeFileSync(path, text);
  return path;
}

function secret(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return name;
}

const load = (text: string, environment: Record<string, string> = {}) =>
  loadConfiguration({ QINGDAN_CONFIG: file(text), ...environment });

async function fault(text: string, environment: Record<string, string> = {}): Promise<QingdanError> {
  const error: unknown = await load(text, environment).catch((reason: unknown) => reason);
  if (error instanceof QingdanError) return error;
  throw new Error('the configuration was taken', { cause: error });
}

const SLACK = 'channels: { slack: { mode: socket, botTokenFile: bot-token, appTokenFile: app-token } }';
secret('bot-token', 'xoxb-from-file\n');
secret('app-token', 'xapp-from-file\n');
secret('empty', ' \n');

describe('the configuration', () => {
  it('is complete without a file', async () => {
    const settings = await loadConfiguration({});
    expect(settings).toMatchObject({
      server: { host: '127.0.0.1', port: 3000 },
      dataDir: './data',
      channels: [],
    });
    expect(settings.office).toBeUndefined();
  });

  it.each(['', '# only a comment\n', '{}\n', 'channels:\n'])('may be empty: %j', async (text) => {
    expect((await load(text)).channels).toEqual([]);
  });

  it('comes from the file, and from the environment over it', async () => {
    const text = 'server: { port: 4000 }\noffice: { name: 甲, phone: "1", hours: 上午 }\n';
    expect(await load(text)).toMatchObject({ server: { port: 4000 }, office: { name: '甲' } });
    const over = await load(text, {
      QINGDAN_PORT: '5000',
      QINGDAN_OFFICE_NAME: '乙',
      QINGDAN_DATA_DIR: '/var/qd',
    });
    expect(over).toMatchObject({
      server: { port: 5000 },
      office: { name: '乙', phone: '1' },
      dataDir: '/var/qd',
    });
  });

  it('reads secrets from files beside the configuration file', async () => {
    expect((await load(SLACK)).channels).toMatchObject([
      { name: 'slack', settings: { botToken: 'xoxb-from-file', appToken: 'xapp-from-file' } },
    ]);
  });

  it('takes a secret of the environment before one of a file', async () => {
    const { channels } = await load(SLACK, { QINGDAN_SLACK_BOT_TOKEN: 'xoxb-from-environment' });
    expect(channels).toMatchObject([
      { settings: { botToken: 'xoxb-from-environment', appToken: 'xapp-from-file' } },
    ]);
  });

  it('takes a file of the environment for a secret', async () => {
    const environment = { QINGDAN_SLACK_BOT_TOKEN_FILE: join(folder, 'bot-token') };
    const { channels } = await load(
      'channels: { slack: { mode: http, signingSecretFile: app-token } }',
      environment,
    );
    expect(channels).toMatchObject([
      { settings: { botToken: 'xoxb-from-file', signingSecret: 'xapp-from-file' } },
    ]);
  });

  it('turns a channel on by the environment alone', async () => {
    const { channels } = await loadConfiguration({
      QINGDAN_OFFICIAL_ACCOUNT_MODE: 'aes',
      QINGDAN_OFFICIAL_ACCOUNT_TOKEN: 'token',
      QINGDAN_OFFICIAL_ACCOUNT_APP_ID: 'wx1',
      QINGDAN_OFFICIAL_ACCOUNT_ENCODING_AES_KEY: 'a'.repeat(43),
    });
    expect(channels).toMatchObject([
      { name: 'official-account', settings: { appId: 'wx1', encodingAesKey: 'a'.repeat(43) } },
    ]);
  });

  it('leaves a channel off that isn’t enabled', async () => {
    expect(
      (await load('channels: { slack: { enabled: false, mode: socket }, web: {} }')).channels,
    ).toMatchObject([{ name: 'web' }]);
  });

  it('takes a channel without settings of its own for one that is on', async () => {
    expect((await load('channels:\n  web:\n')).channels).toMatchObject([{ name: 'web' }]);
  });

  it.each([
    ['an unknown part', 'chanels: {}', {}, /^配置 chanels：没有这个设置/],
    ['an unknown channel', 'channels: { dingtalk: {} }', {}, /channels\.?.*dingtalk|只认识这些渠道/],
    ['a wrong port', 'server: { port: 70000 }', {}, /^配置 server\.port（QINGDAN_PORT）：不能大于 65535/],
    [
      'a wrong port of the environment',
      '',
      { QINGDAN_PORT: 'abc' },
      /^配置 server\.port（QINGDAN_PORT）：应是数字/,
    ],
    ['half an office', 'office: { name: 甲 }', {}, /^配置 office\.phone（QINGDAN_OFFICE_PHONE）：没有填/],
    ['a list instead of settings', '- a\n', {}, /应由「设置: 值」组成/],
    [
      'a secret in the file',
      'channels: { slack: { mode: socket, botToken: xoxb-1 } }',
      {},
      /^配置 channels\.slack\.botToken：密钥不能写在配置文件里，请改用 botTokenFile 或环境变量 QINGDAN_SLACK_BOT_TOKEN$/,
    ],
    [
      'a secret that is missing',
      'channels: { slack: { mode: http, signingSecretFile: app-token } }',
      {},
      /^配置 channels\.slack\.botToken：没有填（.*），请在配置文件里写 botTokenFile，或设环境变量 QINGDAN_SLACK_BOT_TOKEN$/,
    ],
    [
      'a secret file that isn’t there',
      'channels: { slack: { mode: socket, botTokenFile: nowhere } }',
      {},
      /^配置 channels\.slack\.botTokenFile：读不了密钥文件/,
    ],
    [
      'an empty secret file',
      'channels: { slack: { mode: socket, botTokenFile: empty } }',
      {},
      /^配置 channels\.slack\.botTokenFile：密钥文件 .* 是空的/,
    ],
    ['a misspelt setting', 'channels: { web: { titel: x } }', {}, /^配置 channels\.web\.titel：没有这个设置/],
    [
      'a misspelt variable',
      '',
      { QINGDAN_SLACK_BOT_TOKN: 'xoxb-1' },
      /^配置 环境变量 QINGDAN_SLACK_BOT_TOKN：没有这个设置/,
    ],
    [
      'a wrong word for yes',
      'channels: { web: { enabled: maybe } }',
      {},
      /^配置 channels\.web\.enabled：应是 true 或 false/,
    ],
  ] as const)('is refused in one line that names the setting: %s', async (_, text, environment, expected) => {
    const { code, exitCode, message } = await fault(text, environment);
    expect(message).toMatch(expected);
    expect(message).not.toContain('\n');
    expect([code, exitCode]).toEqual(['QD-CONFIG', 2]);
  });

  it('never repeats a secret in a message', async () => {
    const { message } = await fault(SLACK, { QINGDAN_SLACK_APP_TOKEN: 'not-a-token-but-secret' });
    expect(message).toContain('channels.slack.appToken');
    expect(message).not.toContain('not-a-token-but-secret');
  });

  it('names the file that can’t be read', async () => {
    await expect(loadConfiguration({ QINGDAN_CONFIG: join(folder, 'nowhere.yaml') })).rejects.toMatchObject({
      code: 'QD-FILE',
      message: expect.stringContaining('nowhere.yaml（QINGDAN_CONFIG）'),
    });
  });
});

describe('the report on channels', () => {
  it('lists every channel with what it lacks, also those that are off', async () => {
    const report = await channelReport({
      QINGDAN_CONFIG: file('channels: { web: {}, slack: { mode: socket, botTokenFile: bot-token } }'),
    });
    const stateOf = (name: string) => report.find((channel) => channel.name === name);
    expect(stateOf('web')).toEqual({ name: 'web', state: 'on', lacks: [] });
    expect(stateOf('slack')).toMatchObject({
      state: 'incomplete',
      lacks: [expect.stringContaining('appToken')],
    });
    expect(stateOf('wechat')).toMatchObject({ state: 'off' });
    expect(stateOf('wechat')?.lacks.join('\n')).toMatch(/acceptAccountRisk[\s\S]*puppet/);
    expect(channelLines(report).join('\n')).toMatch(
      /web 已配置\n {2}slack 配置不全\n {4}channels\.slack\.appToken/,
    );
  });
});
