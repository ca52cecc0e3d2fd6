import { type Assistant, openAssistant } from '#app/assistant.js';
import { CONVERSATION_DAY } from './day.js';

let opened: Assistant | undefined;

/** The real assistant on the day of the scripted conversation; opened once for a test file. */
export function realAssistant(): Assistant {
  opened ??= openAssistant({ today: CONVERSATION_DAY });
  return opened;
}
