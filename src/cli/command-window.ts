import { openAssistant } from '#app/assistant.js';
import { readMatters } from '#app/matters.js';
import { officeLists } from '#app/open.js';
import { createWindow, readLimits, type Window } from '#app/window.js';
import type { WindowSettings } from '#config/settings.js';
import type { Storage } from '#storage/ports.js';
import { regionCode } from './region-code.js';

/** The window of a command, on the lists in force; the assistant is opened only where something is to be sorted. */
export async function openCommandWindow(
  storage: Pick<Storage, 'lists' | 'regionLists' | 'reviews' | 'texts'>,
  settings: WindowSettings | undefined,
): Promise<{ window: Window; codeOf(region: string): string }> {
  const office = await officeLists(storage);
  let opened: ReturnType<typeof openAssistant> | undefined;
  const assistant = () => {
    opened ??= openAssistant({ office });
    return opened;
  };
  const window = createWindow({
    assistant,
    library: readMatters(),
    limits: readLimits(),
    own: settings && { limits: settings.limits, basis: settings.limitsBasis },
    clock: Date.now,
  });
  return { window, codeOf: (region) => regionCode(assistant().kb.regions, region) };
}
