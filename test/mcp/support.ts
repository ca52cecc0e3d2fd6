import { openAssistant } from '#app/assistant.js';
import { createNoticeDesk } from '#app/notice-desk.js';
import { createMcpDesk } from '#cli/mcp-desk.js';
import { createServerDesk } from '#cli/server-desk.js';
import type { Recorded } from '#conversation/intent.js';
import type { WindowDesk } from '#conversation/window-desk.js';
import type { McpDesk } from '#mcp/index.js';

const DAY = '2026-11-23';

export interface OpenedDesk {
  desk: McpDesk;
  /** What has been kept, by id. */
  kept: Map<string, Recorded>;
  /** Demands that were registered, by their key. */
  registered: Map<string, { text: string; place: string | null }>;
}

/** The real tools on the shipped lists, with a window that numbers what it registers. */
export function openDesk(): OpenedDesk {
  const assistant = openAssistant({ today: DAY });
  const kept: OpenedDesk['kept'] = new Map();
  const registered: OpenedDesk['registered'] = new Map();
  let ids = 0;
  const desk = createServerDesk({
    decide: (question) => assistant.decide(question),
    trace: (question) => assistant.trace(question),
    notices: createNoticeDesk(() => assistant.screener),
    keep: async (id, recorded) => void kept.set(id, recorded),
    newId: () => `r${++ids}`,
    today: () => DAY,
  });
  const window: Pick<WindowDesk, 'register' | 'status'> = {
    async register({ key, text, place }) {
      registered.set(key, { text, place });
      return { number: `诉〔2026〕000${registered.size}号`, code: 'AB2CD3', lines: [`登记好了：${text}`] };
    },
    status: async (number, code) => `${number} ${code} 在办`,
  };
  return {
    kept,
    registered,
    desk: createMcpDesk({
      live: { assistant },
      desk,
      admissions: { status: async (_number, code) => (code === '0a1b2c3d' ? ['已提交，等审核。'] : null) },
      window: window as WindowDesk,
      today: () => DAY,
    }),
  };
}
