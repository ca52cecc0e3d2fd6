/**
 * `npm run pictures`: starts the built service on a store of its own, filled with invented records, and takes the pictures
 * of the READMEs and docs in Chromium. `-- --all FOLDER` takes every page of the console instead, in both colour schemes
 * and on a desk's and a phone's screen, to be looked at.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { takeChosen } from './pictures/chosen.mjs';
import { pages, takeEvery } from './pictures/every.mjs';
import { openOffice } from './pictures/office.mjs';
import { openBrowser } from './pictures/shots.mjs';
import { doWork } from './pictures/work.mjs';

const all = process.argv.indexOf('--all');
const folder = all > 0 ? process.argv[all + 1] : fileURLToPath(new URL('../docs/pictures', import.meta.url));
mkdirSync(folder, { recursive: true });
const office = await openOffice();
const browser = await openBrowser();
try {
  const made = await doWork(office);
  const file = (name) => join(folder, `${name}.png`);
  if (all > 0) await takeEvery(browser, office, pages(made), file);
  else await takeChosen(browser, office, file);
} finally {
  await browser.close();
  await office.close();
}
