/** Reads a public collection of statutes: a folder of text or markdown files, or a git directory with the same. */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const TEXT = /\.(md|txt)$/;
/** A collection's largest file is a code of some hundred kilobytes; git prints all of them in one go. */
const BUFFER = 1 << 30;

/**
 * Every text file, as its path inside the collection and its text, in the order of the paths.
 * @param {string} folder a folder, or a git directory (with or without a work tree's own files)
 * @param {readonly string[]} under only files whose path begins with one of these; all where it is empty
 * @returns {{ path: string, text: string }[]}
 */
export function readCollection(folder, under = []) {
  const wanted = (path) =>
    TEXT.test(path) && (under.length === 0 || under.some((one) => path.startsWith(one)));
  const isGit = existsSync(join(folder, 'HEAD')) && existsSync(join(folder, 'objects'));
  return isGit ? fromGit(folder, wanted) : fromFolder(folder, wanted);
}

function fromFolder(folder, wanted) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .filter(wanted)
    .sort()
    .map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') }));
}

function fromGit(folder, wanted) {
  const git = (...args) => execFileSync('git', ['--git-dir', folder, ...args], { maxBuffer: BUFFER });
  const paths = git('ls-tree', '-r', '-z', '--name-only', 'HEAD')
    .toString()
    .split('\0')
    .filter(wanted)
    .sort();
  return paths.map((path) => ({ path, text: git('show', `HEAD:${path}`).toString() }));
}
