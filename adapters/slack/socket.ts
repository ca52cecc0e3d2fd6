import { type Logger, SocketModeReceiver } from '@slack/bolt';
import { reasonOf } from '#channels/under-way.js';
import type { ChannelContext } from '#conversation/channel.js';
import type { Settings } from './config.js';

/** Receives Slack's events over a socket that we open; the library opens it again for as long as it takes. */
export function createSocketReceiver(
  { appToken = '', apiUrl }: Settings,
  { log }: ChannelContext,
  logger: Logger,
): SocketModeReceiver {
  const receiver = new SocketModeReceiver({
    appToken,
    logger,
    // No retries of our own: with few of them, a network that is away for a while would be away for good.
    installerOptions: { clientOptions: { slackApiUrl: apiUrl } },
  });
  // The library's listener is async and nobody awaits it: an envelope that it doesn't expect would end the process.
  const { client } = receiver;
  const [read] = client.listeners('ws_message');
  client.removeAllListeners('ws_message');
  client.on('ws_message', async (...received: unknown[]) => {
    try {
      await read?.(...received);
    } catch (error) {
      log.warn('slack.refused', { reason: reasonOf(error) });
    }
  });
  // Nor does anybody await a reconnection, which Slack may refuse (a token taken back).
  const connect = client.start.bind(client);
  let connected = false;
  client.start = async () => {
    try {
      const opened = await connect();
      connected = true;
      return opened;
    } catch (error) {
      if (!connected) throw error;
      log.error('QD-CHANNEL', { channel: 'slack', reason: reasonOf(error) });
      return { ok: false };
    }
  };
  return receiver;
}
