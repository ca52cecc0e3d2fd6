import { App, type Logger, LogLevel, webApi } from '@slack/bolt';
import { reasonOf, UnderWay } from '#channels/under-way.js';
import type { ChannelAdapter, ChannelContext } from '#conversation/channel.js';
import type { Log } from '#conversation/log.js';
import { QingdanError } from '#errors.js';
import type { Settings } from './config.js';
import { listen } from './listeners.js';
import { HttpReceiver } from './receiver.js';
import { createSocketReceiver } from './socket.js';

const PATH = '/channels/slack/events';
/** A command, an event or a pressed button with its whole message; Slack sends far less. */
const BODY_LIMIT = 256 * 1024;
/** Beyond the first try; a person doesn't wait for the half hour of Slack's own default. */
const RETRIES = { retries: 2, minTimeout: 200, maxTimeout: 2000 };

/** Slack by Bolt: over a socket that we open, or by requests to our server. */
export function createAdapter(settings: Settings, context: ChannelContext): ChannelAdapter {
  const underWay = new UnderWay(context.log);
  const logger = quiet(context.log);
  const clientOptions = { slackApiUrl: settings.apiUrl, retryConfig: RETRIES, logger };
  const http =
    settings.mode === 'http' ? new HttpReceiver(settings.signingSecret ?? '', context, underWay) : null;
  let app: App | null = null;

  return {
    name: 'slack',
    routes:
      http === null
        ? []
        : [{ method: 'POST', path: PATH, bodyLimit: BODY_LIMIT, handle: (request) => http.handle(request) }],
    async start() {
      try {
        // Asked here and not by Bolt, which would find a wrong token only at the first event.
        const web = new webApi.WebClient(settings.botToken, clientOptions);
        const self = await web.auth.test();
        app = new App({
          receiver: http ?? createSocketReceiver(settings, context, logger),
          clientOptions,
          logger,
          authorize: async () => ({
            botToken: settings.botToken,
            ...(self.bot_id === undefined ? {} : { botId: self.bot_id }),
            ...(self.user_id === undefined ? {} : { botUserId: self.user_id }),
          }),
        });
        listen(app, web, settings, context, underWay);
        await app.start();
      } catch (cause) {
        throw new QingdanError(
          'QD-CHANNEL',
          `Slack 连接不上（${reasonOf(cause)}），请检查 botToken${http === null ? '、appToken' : ''} 和网络`,
          { cause },
        );
      }
      context.log.info('slack.started', { mode: settings.mode });
    },
    async stop() {
      if (http === null) await app?.stop();
      await underWay.settled();
      app = null;
    },
  };
}

/** Bolt's own warnings and errors without its words, which may hold a person's. */
function quiet(log: Log): Logger {
  return {
    debug: () => undefined,
    info: () => undefined,
    warn: () => log.warn('slack.bolt'),
    error: () => log.error('slack.bolt'),
    setLevel: () => undefined,
    getLevel: () => LogLevel.WARN,
    setName: () => undefined,
  };
}
