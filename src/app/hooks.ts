import { createHmac } from 'node:crypto';
import type { AuditRow, Storage } from '#storage/ports.js';

/** A receiver of events, from the configuration. */
export interface Hook {
  name: string;
  url: string;
  /** Actions of the audit log that it wants; a star stands for the rest of a word: case-*, document-published. */
  events: readonly string[];
}

/** An event as a receiver gets it: what was done to what, without a word of what anybody said. */
export interface HookEvent {
  /** Number in the audit log: the same again is the same event. */
  id: number;
  type: string;
  at: string;
  subject: string;
  detail: AuditRow['detail'];
}

export interface HookParts {
  storage: Pick<Storage, 'audit' | 'hooks' | 'keyFor'>;
  hooks: readonly Hook[];
  /** Milliseconds since 1970. */
  clock(): number;
  post?: typeof fetch | undefined;
  /** Told of a receiver that refused or wasn't there. */
  onRefused(name: string, error: string, attempts: number): void;
}

/** Rows of the audit log looked at in one go. */
const AT_ONCE = 100;
/** Milliseconds that a receiver has for its answer. */
const TIMEOUT = 10_000;
/** Milliseconds for which one program keeps a receiver to itself: longer than one delivery takes. */
const LEASE = 3 * TIMEOUT;
const FIRST_PAUSE = 5_000;
/** A receiver that is away for days is asked once an hour; nothing is left out. */
const LONGEST_PAUSE = 3600_000;

/** The secret of a receiver, which its office is given: `whsec_` and base64, as Standard Webhooks has it. */
export function hookSecret({ keyFor }: Pick<Storage, 'keyFor'>, name: string): string {
  return `whsec_${Buffer.from(keyFor(`hook ${name}`)).toString('base64')}`;
}

/** The headers of a delivery (Standard Webhooks 1.0: HMAC-SHA256 over id, time and body, each after a dot). */
export function signedHeaders(
  secret: string,
  id: string,
  seconds: number,
  body: string,
): Record<string, string> {
  const key = Buffer.from(secret.slice('whsec_'.length), 'base64');
  const signature = createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64');
  return {
    'content-type': 'application/json; charset=utf-8',
    'webhook-id': id,
    'webhook-timestamp': String(seconds),
    'webhook-signature': `v1,${signature}`,
  };
}

/**
 * Delivers what is new to every receiver, in order, each event until it is taken (2xx). One program at a time delivers to
 * a receiver; one that dies between delivery and note delivers the same again, with the same id.
 */
export function createHookDelivery(parts: HookParts): { deliver(): Promise<void> } {
  return {
    deliver: async () => {
      await Promise.all(parts.hooks.map((hook) => deliverTo(hook, parts)));
    },
  };
}

async function deliverTo(hook: Hook, parts: HookParts): Promise<void> {
  const { storage, clock } = parts;
  const time = (later = 0) => new Date(clock() + later).toISOString();
  const progress = await storage.hooks.take(hook.name, time(), time(LEASE));
  if (progress === null) return;
  let { seq, attempts } = progress;
  for (;;) {
    const rows = await storage.audit.list(seq, AT_ONCE);
    for (const row of rows) {
      const error = wants(hook, row.action) ? await posted(hook, row, parts) : null;
      if (error !== null) {
        attempts++;
        const pause = Math.min(FIRST_PAUSE * 2 ** (attempts - 1), LONGEST_PAUSE);
        await storage.hooks.refused(hook.name, attempts, time(pause), error);
        parts.onRefused(hook.name, error, attempts);
        return;
      }
      seq = row.seq;
      attempts = 0;
      // Noted one by one where something was sent, so that a crash repeats one event and not a hundred.
      if (wants(hook, row.action)) await storage.hooks.moved(hook.name, seq, time(LEASE));
    }
    if (rows.length > 0) await storage.hooks.moved(hook.name, seq, time(LEASE));
    if (rows.length < AT_ONCE) break;
  }
  await storage.hooks.release(hook.name);
}

/** Whether a receiver wants an action. */
export function wants({ events }: Pick<Hook, 'events'>, action: string): boolean {
  return events.some((event) =>
    event.endsWith('*') ? action.startsWith(event.slice(0, -1)) : event === action,
  );
}

/** Null where it was taken, else a short reason without anybody's data. */
async function posted(
  hook: Hook,
  row: AuditRow,
  { storage, clock, post = fetch }: HookParts,
): Promise<string | null> {
  const { seq: id, action: type, at, subject, detail } = row;
  const body = JSON.stringify({ id, type, at, subject, detail } satisfies HookEvent);
  const headers = signedHeaders(hookSecret(storage, hook.name), String(id), Math.floor(clock() / 1000), body);
  try {
    const response = await post(hook.url, {
      method: 'POST',
      headers,
      body,
      // A receiver that sends elsewhere isn't the one that was set.
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT),
    });
    await response.body?.cancel();
    return response.ok ? null : `HTTP ${response.status}`;
  } catch (error) {
    return error instanceof Error && error.name === 'TimeoutError' ? 'timeout' : 'unreachable';
  }
}
