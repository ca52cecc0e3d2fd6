import { randomUUID } from 'node:crypto';
import type { Assistant } from '#app/assistant.js';
import { readMatters } from '#app/matters.js';
import type { AdmissionCounter } from '#conversation/admission-counter.js';
import type { WindowDesk } from '#conversation/window-desk.js';
import type { McpDesk } from '#mcp/desk.js';
import type { ServerDesk } from '#server/desk.js';

export interface McpDeskParts {
  live: { readonly assistant: Pick<Assistant, 'kb' | 'screener'> };
  desk: Pick<ServerDesk, 'answer' | 'screen'>;
  admissions: Pick<AdmissionCounter, 'status'>;
  window: WindowDesk | null;
  /** YYYY-MM-DD, in China. */
  today(): string;
}

/** What the tools of the Model Context Protocol turn to, on the lists that are in force now. */
export function createMcpDesk({ live, desk, admissions, window, today }: McpDeskParts): McpDesk {
  return {
    get kb() {
      return live.assistant.kb;
    },
    matters: readMatters(),
    answer: desk.answer,
    screen: desk.screen,
    task: (name, options) => live.assistant.screener.task(name, options),
    admissionStatus: (number, code) => admissions.status(number, code),
    window,
    newId: randomUUID,
    today,
  };
}
