import type { Actor } from '#access/roles.js';
import type { Window } from '#app/window.js';
import { BLANK } from '#cases/papers/index.js';
import { readSettings } from '#config/load.js';
import { QingdanError } from '#errors.js';
import type { Storage } from '#storage/ports.js';
import { commandActor } from './actor.js';
import { withStorage } from './storage.js';

/** What every command on cases may be given. */
export interface CaseOptions {
  as?: string;
  region?: string;
  json?: true;
}

/** What a command on cases works with. */
export interface CaseCounter {
  actor: Actor;
  storage: Storage;
  window: Window;
  /** Code of the region that is meant: the one named, else the actor's own, else that of the configured window. */
  region(): string;
  /** Who signs sheets. */
  office: string;
}

/** Does something at the window as the user named. @throws as `openStorage`, `commandActor` */
export function atWindow<T>(
  { as, region }: CaseOptions,
  work: (counter: CaseCounter) => Promise<T>,
  { make = false }: { make?: boolean } = {},
): Promise<T> {
  return withStorage(
    async (storage) => {
      const actor = await commandActor(storage, as);
      const { window: settings, office } = readSettings(process.env).settings;
      const { openCommandWindow } = await import('./command-window.js');
      const { window, codeOf } = await openCommandWindow(storage, settings);
      const whole = actor.region === '000000';
      return work({
        actor,
        storage,
        window,
        region: () => {
          const code = region === undefined ? (whole ? settings?.region : actor.region) : codeOf(region);
          if (code !== undefined) return code;
          throw new QingdanError(
            'QD-REGION',
            '不知道是哪个社区的，请用 --region 写区划代码，或者在配置里写 window.region',
          );
        },
        office: settings?.name ?? office?.name ?? `${BLANK}（社区）`,
      });
    },
    { make },
  );
}
