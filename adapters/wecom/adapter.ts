import { UnderWay } from '#channels/under-way.js';
import type { ChannelAdapter, ChannelContext } from '#conversation/channel.js';
import { type AppApi, createAppApi } from './api.js';
import { appRoutes, PATIENCE } from './app.js';
import { appSettings, type Settings } from './config.js';
import { createRobot } from './robot.js';

/** 企业微信: the callback of an own application, the robot's long connection, or both. */
export function createAdapter(
  settings: Settings,
  context: ChannelContext,
  edges: { patience: number } = { patience: PATIENCE },
): ChannelAdapter {
  const underWay = new UnderWay(context.log);
  const app = appSettings(settings);
  const robot = settings.botId === undefined ? null : createRobot(settings, context, underWay);
  return {
    name: 'wecom',
    routes:
      app === null
        ? []
        : appRoutes(settings, app, context, underWay, apiOf(settings, context), edges.patience),
    start: async () => robot?.start(),
    async stop() {
      await underWay.settled();
      robot?.stop();
    },
  };
}

function apiOf({ apiUrl, corpId, agentId, secret }: Settings, { clock }: ChannelContext): AppApi | null {
  if (corpId === undefined || agentId === undefined || secret === undefined) return null;
  return createAppApi({ apiUrl, corpId, agentId, secret }, clock);
}
