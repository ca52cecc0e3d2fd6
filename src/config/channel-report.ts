import type { ChannelName } from '#adapters/channels.js';
import { readSettings, stateOf } from './load.js';
import type { Environment } from './variables.js';

/** One channel as `doctor` lists it. */
export interface ChannelReport {
  name: ChannelName;
  /** on: configured and complete; incomplete: configured, and `qingdan serve` would refuse it; off: not configured. */
  state: 'on' | 'incomplete' | 'off';
  /** What is wrong or missing, one line each; of a channel that is off, what it would need. */
  lacks: readonly string[];
}

/** All channels, and what each lacks. @throws QingdanError QD-CONFIG, QD-FILE, QD-YAML for the file as a whole */
export async function channelReport(environment: Environment): Promise<ChannelReport[]> {
  const { channels } = readSettings(environment);
  return Promise.all(
    channels.map(async (raw): Promise<ChannelReport> => {
      const { name } = raw;
      const state = await stateOf(raw);
      if (state.on) {
        const lacks = 'problems' in state ? state.problems : [];
        return { name, state: lacks.length === 0 ? 'on' : 'incomplete', lacks };
      }
      const ifOn = await stateOf({ ...raw, section: { ...raw.section, enabled: true } });
      return { name, state: 'off', lacks: 'problems' in ifOn ? ifOn.problems : [] };
    }),
  );
}

const STATE_WORDS = { on: '已配置', incomplete: '配置不全', off: '未启用' } as const;

/** The report as lines of text. */
export function channelLines(report: readonly ChannelReport[]): string[] {
  return [
    '渠道：',
    ...report.flatMap(({ name, state, lacks }) => [
      `  ${name} ${STATE_WORDS[state]}${state === 'off' && lacks.length > 0 ? '，启用还缺：' : ''}`,
      ...lacks.map((line) => `    ${line}`),
    ]),
  ];
}
