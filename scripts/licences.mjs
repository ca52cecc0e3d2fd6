/**
 * `npm run licences`: looks at the licence of every package in package-lock.json and ends with 1 where one isn't allowed
 * by scripts/licences.json. There `read` holds what a person read in a package that says nothing a program understands,
 * and `exceptions` what is used all the same, with the reason; an entry that nothing needs any more is a fault too.
 */
import { existsSync, readFileSync } from 'node:fs';
import process from 'node:process';
import { pathToFileURL } from 'node:url';

const root = new URL('../', import.meta.url);
const json = (path) => JSON.parse(readFileSync(new URL(path, root), 'utf8'));

/** Whether an SPDX expression allows use under these licences: one side of OR is enough, of AND both are needed. */
export function isAllowed(expression, allowed) {
  const tokens = expression.match(/[()]|[^\s()]+/gu) ?? [];
  let at = 0;
  const either = () => {
    let holds = both();
    while (tokens[at]?.toUpperCase() === 'OR') {
      at++;
      holds = both() || holds;
    }
    return holds;
  };
  const both = () => {
    let holds = one();
    while (tokens[at]?.toUpperCase() === 'AND') {
      at++;
      holds = one() && holds;
    }
    return holds;
  };
  const one = () => {
    if (tokens[at] !== '(') return allowed.includes(tokens[at++]);
    at++;
    const holds = either();
    at++;
    return holds;
  };
  const holds = either();
  return holds && at === tokens.length;
}

/** What is wrong, a line each. @param lock the content of package-lock.json @param rules that of scripts/licences.json */
export function licenceFindings(lock, { allowed, read, exceptions }, installed = () => undefined) {
  const unneeded = new Set([...Object.keys(read), ...Object.keys(exceptions)]);
  const findings = [];
  for (const [path, { version, license, link }] of Object.entries(lock.packages)) {
    if (path === '' || link) continue;
    const name = `${path.replace(/^.*node_modules\//u, '')}@${version}`;
    const said = license ?? installed(path);
    if (typeof said === 'string' && isAllowed(said, allowed)) continue;
    unneeded.delete(name);
    if (name in exceptions || allowed.includes(read[name]?.licence)) continue;
    findings.push(`${name} (${path}): ${said ?? 'no licence'}`);
  }
  return [...findings, ...[...unneeded].map((name) => `${name}: an entry that nothing needs`)];
}

/** Where the lock file doesn't tell. */
function installedLicence(path) {
  const manifest = `${path}/package.json`;
  return existsSync(new URL(manifest, root)) ? json(manifest).license : undefined;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const lock = json('package-lock.json');
  const findings = licenceFindings(lock, json('scripts/licences.json'), installedLicence);
  for (const finding of findings) console.error(`licence not allowed: ${finding}`);
  if (findings.length === 0)
    console.log(`licences: ${Object.keys(lock.packages).length - 1} packages, all allowed`);
  process.exitCode = findings.length === 0 ? 0 : 1;
}
