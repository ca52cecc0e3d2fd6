import type { ChannelName } from '#adapters/channels.js';

/** The variables of the process, or of a test. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** `QINGDAN_OFFICIAL_ACCOUNT_` for official-account. */
export const variablePrefix = (name: ChannelName): string => `QINGDAN_${snake(name)}_`;

/** The variable of a channel's setting: botToken of slack is QINGDAN_SLACK_BOT_TOKEN. */
export const variableOf = (name: ChannelName, key: string): string => `${variablePrefix(name)}${snake(key)}`;

/**
 * The setting that a variable of a channel means: one of `keys`, or one of `secrets` with File behind it (…_FILE);
 * null where there is none.
 */
export function keyOf(
  variable: string,
  name: ChannelName,
  keys: readonly string[],
  secrets: readonly string[],
): string | null {
  const known = [...keys, ...secrets, ...secrets.map((secret) => `${secret}File`)];
  return known.find((key) => variableOf(name, key) === variable) ?? null;
}

const snake = (key: string) =>
  key
    .replace(/-/g, '_')
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toUpperCase();
