import { createAdapter } from '#adapters/web/adapter.js';
import { configSchema } from '#adapters/web/config.js';
import type { SharedAnswer } from '#conversation/channel.js';
import { silentLog } from '#conversation/log.js';
import { startServer } from '#server/index.js';
import { realAssistant } from '../../../conversation/real-assistant.js';
import { realBot } from '../../../conversation/real-parts.js';
import { answeringDesk } from '../../../server/support/desk.js';
import { countingIds } from '../../../server/support/server.js';

/** The site as a browser reaches it, with the real lists and answers, on a port of its own. */
export async function serveSite(settings: object = {}) {
  const kept: SharedAnswer[] = [];
  const newId = countingIds();
  const context = {
    ...{ bot: await realBot(), log: silentLog, clock: Date.now, newId },
    lists: () => realAssistant().kb,
    shelf: {
      keep: async (answer: SharedAnswer) => String(kept.push(answer) - 1),
      find: async (id: string) => kept[Number(id)] ?? null,
    },
  };
  const { routes } = createAdapter(configSchema.parse(settings), context);
  return startServer({
    ...{ host: '127.0.0.1', port: 0, bot: context.bot, desk: answeringDesk(), routes, log: silentLog, newId },
    isReady: () => true,
  });
}
