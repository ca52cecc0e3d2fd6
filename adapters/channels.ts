/** Every channel, by the name of its folder; the order in which `doctor` lists them. */
export const CHANNELS = ['terminal', 'web', 'slack', 'wechat', 'official-account', 'wecom'] as const;
export type ChannelName = (typeof CHANNELS)[number];
