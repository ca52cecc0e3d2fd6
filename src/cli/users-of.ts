import type { LiveAssistant } from '#app/live-assistant.js';
import type { Settings } from '#config/settings.js';
import type { Storage } from '#storage/ports.js';
import { clientSecret, createOutsideSignIn } from './outside-sign-in.js';
import { createUserDesk } from './user-desk.js';

/** Who may sign in, with their passwords or at another service. */
export function usersOf({ storage, settings, live, at, https }: UserParts) {
  const outside = outsideSignIn(settings, storage, at);
  return createUserDesk({ storage, kb: () => live.assistant.kb, at, https, outside });
}

interface UserParts {
  storage: Storage;
  settings: Pick<Settings, 'oidc'>;
  live: LiveAssistant;
  at: () => string;
  /** Whether browsers come over https. */
  https: boolean;
}

/** Signing in at another service, where one is set up. */
function outsideSignIn({ oidc }: Pick<Settings, 'oidc'>, storage: Storage, at: () => string) {
  return oidc && createOutsideSignIn(oidc, clientSecret(oidc, process.env), { storage, at });
}
