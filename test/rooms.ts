import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { packagePath } from '#package-root.js';

/** A room of the table, as src/rooms.json has it. */
export interface Room {
  is: string;
  uses: readonly string[];
  pure?: boolean;
}

export const ROOMS = JSON.parse(readFileSync(packagePath('src', 'rooms.json'), 'utf8')) as Record<
  string,
  Room
>;
const TOP = ['intents', 'adapters', 'console'];
const ROOT = packagePath();

/** The sources, by their path from the root. */
export function sources(): string[] {
  return ['src', ...TOP].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => `${folder}/${name}`),
  );
}

export const textOf = (file: string): string => readFileSync(join(ROOT, file), 'utf8');

/** The room that a source stands in; null for those directly under src, which any may use. */
export function roomOf(file: string): string | null {
  const [top = '', next = '', ...rest] = file.split('/');
  if (top !== 'src') return top;
  return rest.length === 0 ? null : next;
}

/** The sources that a source imports, types and dynamic imports too. */
export function importsOf(file: string): string[] {
  const specifiers = textOf(file).matchAll(/(?:from|import)\s*\(?\s*'([.#][^']+)'/g);
  return Array.from(specifiers, ([, path = '']) => {
    const source = path.replace(/\.js$/, '.ts');
    if (!source.startsWith('#')) return relative(ROOT, resolve(ROOT, dirname(file), source));
    const bare = source.slice(1);
    return TOP.some((room) => bare.startsWith(`${room}/`)) ? bare : `src/${bare}`;
  });
}
