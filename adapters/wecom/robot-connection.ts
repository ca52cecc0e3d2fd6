import type { WSClient } from '@wecom/aibot-node-sdk';
import { QingdanError } from '#errors.js';
import type { Settings } from './config.js';
import type { Decrypt } from './robot-file.js';

const SIGN_IN_TIMEOUT = 15_000;

/** The SDK's client, not yet connected, and its way to read a file. @param settings with botId and botSecret */
export async function createClient({
  botId = '',
  botSecret = '',
  robotUrl,
}: Settings): Promise<{ client: WSClient; decrypt: Decrypt }> {
  const { WSClient, decryptFile } = await import('@wecom/aibot-node-sdk');
  const client = new WSClient({
    botId,
    secret: botSecret,
    wsUrl: robotUrl,
    maxReconnectAttempts: -1,
    // The SDK writes whole frames, so people's words, at its debug level.
    logger: {
      debug: () => undefined,
      info: () => undefined,
      warn: () => undefined,
      error: () => undefined,
    },
  });
  return { client, decrypt: decryptFile };
}

/**
 * Connects and waits for the first signing in; what is lost later the SDK connects again by itself.
 * @throws QingdanError QD-CHANNEL where that fails or takes longer than 15 seconds
 */
export async function signIn(client: WSClient): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  try {
    await new Promise<void>((resolve, reject) => {
      timer = setTimeout(() => reject(new Error('timeout')), SIGN_IN_TIMEOUT);
      client.once('authenticated', resolve);
      client.once('error', reject);
      client.connect();
    });
  } catch (cause) {
    client.disconnect();
    throw new QingdanError(
      'QD-CHANNEL',
      '企业微信智能机器人连接不上，请检查 botId、botSecret、robotUrl 和网络',
      {
        cause,
      },
    );
  } finally {
    clearTimeout(timer);
  }
}
