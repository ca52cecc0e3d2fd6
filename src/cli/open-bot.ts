import { randomUUID } from 'node:crypto';
import { chinaToday, openAssistant } from '../app/assistant.js';
import { createBot } from '../bot/bot.js';
import type { ChannelContext } from '../bot/channel.js';
import { memoryConversations } from '../bot/conversations.js';
import { feedbackFile } from '../bot/feedback-file.js';
import { loadIntents } from '../bot/load-intents.js';
import type { Log } from '../bot/log.js';
import { memoryEvents } from '../bot/processed-events.js';
import type { Settings } from '../config/settings.js';
import type { Decider } from '../decision/decide.js';

/** The bot of this process, with what its channels are given. */
export interface OpenBot {
  context: ChannelContext;
  decider: Decider;
}

/** The bot on the knowledge that ships with the package. @throws QingdanError as `openAssistant` */
export async function openBot(settings: Pick<Settings, 'office' | 'dataDir'>, log: Log): Promise<OpenBot> {
  const clock = Date.now;
  const assistant = openAssistant();
  const bot = createBot({
    desk: {
      kb: assistant.kb,
      decide: (question) => assistant.decide(question),
      // A service runs for weeks: the day is asked for anew with every question.
      today: () => chinaToday(new Date(clock())),
      office: settings.office ?? null,
      feedback: feedbackFile(settings.dataDir, clock),
      newId: randomUUID,
    },
    intents: await loadIntents(),
    conversations: memoryConversations({ clock }),
    events: memoryEvents({ clock }),
    log,
  });
  return { context: { bot, log, clock, newId: randomUUID }, decider: assistant };
}
