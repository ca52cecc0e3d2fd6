/**
 * `npm run sbom`: dist/sbom.json, a CycloneDX list of what a production installation holds: the packages that npm
 * installs, and those whose used parts the build has put into dist/libraries.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const npm = ['sbom', '--sbom-format', 'cyclonedx', '--omit', 'dev'];
const options = { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 26, shell: process.platform === 'win32' };
const list = JSON.parse(execFileSync('npm', npm, options));
const bundled = JSON.parse(readFileSync(`${root}dist/libraries/packages.json`, 'utf8'));
const known = new Set(list.components.map(({ purl }) => purl));

for (const { name, version, license } of bundled) {
  const purl = `pkg:npm/${name.replace('@', '%40')}@${version}`;
  if (known.has(purl)) continue;
  known.add(purl);
  list.components.push({
    'bom-ref': `${name}@${version}`,
    type: 'library',
    name,
    version,
    purl,
    licenses: [/ (?:AND|OR) /u.test(license) ? { expression: license } : { license: { id: license } }],
    properties: [{ name: 'qingdan:in', value: 'dist/libraries' }],
  });
}
writeFileSync(`${root}dist/sbom.json`, `${JSON.stringify(list, null, 2)}\n`);
console.log(`dist/sbom.json: ${list.components.length} packages`);
