import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSessions, sessionsOfThisProcess } from '#channels/sessions.js';

const KEY = Buffer.alloc(32, 1);

describe('the id of a session', () => {
  it('is ours when it was issued under the same key for the same purpose, also after a restart', () => {
    const id = createSessions(KEY, 'web').issue();
    expect(id).toMatch(/^[\w-]{44}$/u);
    expect(createSessions(KEY, 'web').isOurs(id)).toBe(true);
    expect(createSessions(KEY, 'api').isOurs(id)).toBe(false);
    expect(createSessions(Buffer.alloc(32, 2), 'web').isOurs(id)).toBe(false);
    expect(sessionsOfThisProcess('web').isOurs(id)).toBe(false);
  });

  it('isn’t ours when a character of it is another, or when somebody made it up', () => {
    const sessions = createSessions(KEY, 'web');
    const letter = fc.constantFrom(...'ABCxyz019-_');
    fc.assert(
      fc.property(fc.nat(43), letter, (at, character) => {
        const id = sessions.issue();
        const changed = id.slice(0, at) + character + id.slice(at + 1);
        // The last character of either half has bits that say nothing: it may be written in several ways.
        fc.pre(changed !== id && at !== 21 && at !== 43);
        expect(sessions.isOurs(changed)).toBe(false);
      }),
    );
    for (const made of ['', 'planted', 'x'.repeat(44), '事'.repeat(44)])
      expect(sessions.isOurs(made)).toBe(false);
  });

  it('is another each time', () => {
    const sessions = createSessions(KEY, 'web');
    expect(new Set(Array.from({ length: 1_000 }, () => sessions.issue())).size).toBe(1_000);
  });
});
