import { describe, expect, it } from 'vitest';
import { importsOf, ROOMS, roomOf, sources, textOf } from './rooms.js';

/** The first chain of imports found that comes back to its start; null where there is none. */
function cycleIn(imports: ReadonlyMap<string, readonly string[]>): string[] | null {
  const done = new Set<string>();
  const visit = (file: string, path: readonly string[]): string[] | null => {
    const at = path.indexOf(file);
    if (at >= 0) return [...path.slice(at), file];
    if (done.has(file)) return null;
    for (const next of imports.get(file) ?? []) {
      const cycle = visit(next, [...path, file]);
      if (cycle !== null) return cycle;
    }
    done.add(file);
    return null;
  };
  for (const file of imports.keys()) {
    const cycle = visit(file, []);
    if (cycle !== null) return cycle;
  }
  return null;
}

/** Imports that the table of rooms doesn't allow, as `file → file`. */
function refused(imports: ReadonlyMap<string, readonly string[]>): string[] {
  return [...imports].flatMap(([file, used]) =>
    used
      .filter((other) => {
        const [from, to] = [roomOf(file), roomOf(other)];
        return from !== null && to !== null && from !== to && !ROOMS[from]?.uses.includes(to);
      })
      .map((other) => `${file} → ${other}`),
  );
}

const IMPORTS = new Map(sources().map((file) => [file, importsOf(file)]));

describe('imports, types included', () => {
  it('are looked for a way back to their start', () => {
    expect(
      cycleIn(
        new Map([
          ['a', ['b']],
          ['b', ['c']],
          ['c', ['b']],
        ]),
      ),
    ).toEqual(['b', 'c', 'b']);
  });

  it('never come back to their start', () => {
    expect(cycleIn(IMPORTS) ?? []).toEqual([]);
  });
});

describe('the table of rooms', () => {
  it('has every room', () => {
    const rooms = new Set(sources().map(roomOf));
    rooms.delete(null);
    expect([...rooms].sort()).toEqual(Object.keys(ROOMS).sort());
  });

  it('allows every import, types too', () => {
    expect(refused(IMPORTS)).toEqual([]);
  });

  it('refuses a new edge', () => {
    expect(refused(new Map([['src/text/new.ts', ['src/catalogue/rows.ts']]]))).toHaveLength(1);
    expect(refused(new Map([['intents/new.ts', ['src/cli/run.ts']]]))).toHaveLength(1);
    expect(refused(new Map([['src/answer/new.ts', ['src/ruling/case.ts']]]))).toEqual([]);
  });

  it('names no edge that nothing uses', () => {
    const used = new Set(
      [...IMPORTS].flatMap(([file, others]) => others.map((other) => `${roomOf(file)} ${roomOf(other)}`)),
    );
    const idle = Object.entries(ROOMS).flatMap(([name, { uses }]) =>
      uses.filter((other) => !used.has(`${name} ${other}`)).map((other) => `${name} ${other}`),
    );
    expect(idle).toEqual([]);
  });
});

describe('files', () => {
  it('have at most 250 lines', () => {
    const long = sources().filter((file) => textOf(file).split('\n').length > 251);
    expect(long).toEqual([]);
  });
});
