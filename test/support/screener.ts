import type { Screener } from '#answer/index.js';
import { openAssistant } from '#app/assistant.js';

let opened: Screener | undefined;

/** The screener as it ships, on a fixed day; opened once for a test file. */
export function shippedScreener(): Screener {
  opened ??= openAssistant({ today: '2026-11-23' }).screener;
  return opened;
}
