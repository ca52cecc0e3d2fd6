import type { StorageSettings } from '#storage/settings.js';

export function settingsOf(dataDir: string, databaseUrl?: string): StorageSettings {
  return {
    dataDir,
    databaseUrl,
    retention: { questions: 180, screenings: 180, events: 7, shared: 180, cases: 180 },
  };
}
