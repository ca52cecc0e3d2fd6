import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAdapter as officialAccount } from '#adapters/official-account/adapter.js';
import { configSchema as officialAccountSettings } from '#adapters/official-account/config.js';
import { createAdapter as slackAdapter } from '#adapters/slack/adapter.js';
import { configSchema as slackSettings } from '#adapters/slack/config.js';
import { createAdapter as wecom } from '#adapters/wecom/adapter.js';
import { configSchema as wecomSettings } from '#adapters/wecom/config.js';
import { openAssistant } from '#app/assistant.js';
import { readFileContent } from '#documents/read.js';
import { QingdanError } from '#errors.js';
import { maskPersonalData } from '#text/masking.js';
import { normalise } from '#text/normalise.js';
import * as account from '../adapters/official-account/platform.js';
import * as slackPlatform from '../adapters/slack/fake-slack.js';
import * as wecomPlatform from '../adapters/wecom/platform.js';
import { request, SECONDS, serve, stage } from '../channels/support.js';
import { anyFile, anyText, forItsTime, PATIENCE } from './support.js';

/** Does the work; an error is one of ours, with a code and one Chinese line. */
async function oursOnly(work: () => unknown): Promise<void> {
  try {
    await work();
  } catch (error) {
    expect(error).toBeInstanceOf(QingdanError);
    expect((error as QingdanError).message).toMatch(/^[^\n]*\p{Script=Han}[^\n]*$/u);
  }
}

const NAMES = [
  'ToUserName',
  'FromUserName',
  'CreateTime',
  'MsgType',
  'Content',
  'MsgId',
  'Event',
  'EventKey',
  'AgentID',
  'Encrypt',
];
const KINDS = ['text', 'event', 'file', 'image', 'voice'];

/** Callbacks of 微信 and 企业微信: fields with anything in them, some of it no XML. */
const anyXml = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .array(
        fc.tuple(fc.constantFrom(...NAMES), fc.oneof(anyText, fc.constantFrom(...KINDS)), fc.boolean()),
        { maxLength: 12 },
      )
      .map(
        (fields) =>
          `<xml>${fields.map(([name, value, raw]) => `<${name}>${raw ? value : `<![CDATA[${value}]]>`}</${name}>`).join('')}</xml>`,
      ),
  },
  { weight: 1, arbitrary: anyText },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.integer({ min: 1, max: 300 }), anyText)
      .map(([n, text]) => `${'<a>'.repeat(n)}${text}`),
  },
);

/** Events of Slack: an event's own fields with anything in their place. */
const anyEvent = fc.oneof(
  fc.tuple(anyText, anyText).map(([id, text]) => slackPlatform.direct(id, text)),
  fc
    .tuple(anyText, fc.dictionary(fc.string(), fc.jsonValue()))
    .map(([text, more]) => slackPlatform.mention('E', text, more)),
  fc.dictionary(
    fc.constantFrom('type', 'event', 'event_id', 'team_id', 'challenge', 'payload', 'api_app_id'),
    fc.jsonValue(),
  ),
  fc.jsonValue(),
);

describe('the readers', () => {
  it(
    'bear any file',
    async () => {
      await forItsTime(anyFile, ({ name, bytes }) => oursOnly(() => readFileContent(bytes, name)));
    },
    PATIENCE,
  );
});

describe('the assistant', () => {
  const assistant = openAssistant({ today: '2026-11-23' });

  it(
    'bears any text',
    async () => {
      await forItsTime(anyText, async (text) => {
        expect(normalise(normalise(text))).toBe(normalise(text));
        expect(maskPersonalData(maskPersonalData(text).text).text).toBe(maskPersonalData(text).text);
        await oursOnly(() => assistant.decide({ text }));
        await oursOnly(() => assistant.screener.screen(text, { source: text }));
      });
    },
    PATIENCE,
  );
});

describe('the callbacks of', () => {
  it(
    '微信 and 企业微信 bear any XML, signed and sealed',
    async () => {
      const plain = officialAccount(officialAccountSettings.parse(account.PLAIN), stage().context);
      const sealed = officialAccount(officialAccountSettings.parse(account.AES), stage().context);
      const { CORP: corpId, TOKEN: token, KEY: encodingAesKey } = wecomPlatform;
      const app = wecom(wecomSettings.parse({ corpId, token, encodingAesKey }), stage().context);
      await forItsTime(anyXml, async (xml) => {
        const responses = [
          await account.post(plain, xml),
          await account.post(plain, xml, {}),
          await account.postSealed(sealed, xml),
          await account.post(sealed, xml),
          await wecomPlatform.post(app, xml),
        ];
        for (const { status } of responses) expect(status).toBeLessThan(500);
      });
    },
    PATIENCE,
  );

  describe('Slack', () => {
    let slack: slackPlatform.FakeSlack;
    let adapter: ReturnType<typeof slackAdapter>;
    beforeAll(async () => {
      slack = await slackPlatform.fakeSlack();
      const settings = {
        mode: 'http',
        botToken: slackPlatform.BOT_TOKEN,
        signingSecret: slackPlatform.SECRET,
        apiUrl: slack.apiUrl,
      };
      adapter = slackAdapter(slackSettings.parse(settings), stage().context);
      await adapter.start();
    });
    afterAll(async () => {
      await adapter.stop();
      await slack.close();
    });

    it(
      'bear any event, signed or not',
      async () => {
        const types = fc.constantFrom('application/json', 'application/x-www-form-urlencoded', 'text/plain');
        const asked = fc.record({ event: anyEvent, type: types, isSigned: fc.boolean() });
        await forItsTime(asked, async ({ event, type, isSigned }) => {
          const json = JSON.stringify(event);
          const body = type.includes('form') ? `payload=${encodeURIComponent(json)}` : json;
          const headers = isSigned ? slackPlatform.signed(body, SECONDS) : {};
          const { status } = await serve(
            adapter,
            request('POST', '/channels/slack/events', {}, body, { 'content-type': type, ...headers }),
          );
          expect(status).toBeLessThan(500);
        });
      },
      PATIENCE,
    );
  });
});
