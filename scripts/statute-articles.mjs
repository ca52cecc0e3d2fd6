/**
 * Which articles of a public collection of statutes name a residents' or villagers' committee and are not in the
 * knowledge base, and why not: `node scripts/statute-articles.mjs FOLDER [PATH…]`.
 *
 * FOLDER is a folder of .md or .txt files (title as the first heading, articles beginning a line with 第N条, the version
 * as a date in the file's name) or a git directory with such files; PATH narrows it to files whose path begins so.
 * Reasons come from knowledge/left-out-articles.yaml. `QINGDAN_KNOWLEDGE` names another knowledge folder.
 * Exit code 1 when an article is neither in the knowledge base nor left out with a reason, or is both, 2 on bad input.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { articlesIn, newestVersions, readLaw, titleKey } from './statutes/articles.mjs';
import { readCollection } from './statutes/collection.mjs';

/** Characters shown of an article that nobody has judged yet: enough to judge most. */
const SHOWN = 160;
/** In left-out-articles.yaml: every article of that law. */
const ALL = '全部';

const knowledge = process.env.QINGDAN_KNOWLEDGE ?? fileURLToPath(new URL('../knowledge', import.meta.url));

/** Keys `title article` of all rows: by the row's own law, else by its document's title. */
function articlesKnown() {
  const folder = join(knowledge, 'documents');
  const known = new Set();
  for (const name of readdirSync(folder).filter((one) => one.endsWith('.yaml'))) {
    const document = parse(readFileSync(join(folder, name), 'utf8'));
    const items = (document.lists ?? []).flatMap((list) => list.items ?? []);
    for (const { law, locator } of [...(document.provisions ?? []), ...items]) {
      const title = titleKey(law?.title ?? document.title);
      for (const article of articlesIn(locator)) known.add(`${title} ${article}`);
    }
  }
  return known;
}

/** Reasons by `title article` (or `title 全部`). */
function reasons() {
  const path = join(knowledge, 'left-out-articles.yaml');
  const entries = existsSync(path) ? (parse(readFileSync(path, 'utf8')) ?? []) : [];
  return new Map(
    entries.flatMap(({ law, articles, reason }) =>
      [articles].flat().map((article) => [`${titleKey(law)} ${article}`, reason]),
    ),
  );
}

const [folder, ...under] = process.argv.slice(2);
if (folder === undefined || !existsSync(folder) || !statSync(folder).isDirectory()) {
  console.error('usage: node scripts/statute-articles.mjs FOLDER [PATH…]');
  process.exit(2);
}
const known = articlesKnown();
const why = reasons();
const laws = newestVersions(readCollection(folder, under).map(readLaw)).filter(
  (law) => law.articles.length > 0,
);
const counts = { known: 0, leftOut: 0, open: 0 };
// A reason outlives its article's row when somebody adds the row and forgets it.
const both = [...why.keys()].filter((key) => known.has(key));
for (const key of both) console.log(`BOTH      ${key}: in the knowledge base, and left out: ${why.get(key)}`);
for (const { title, version, articles } of laws) {
  for (const { number, text } of articles) {
    const key = `${titleKey(title)} ${number}`;
    const reason = why.get(key) ?? why.get(`${titleKey(title)} ${ALL}`);
    if (known.has(key)) counts.known++;
    else if (reason !== undefined) {
      counts.leftOut++;
      console.log(`left out  ${title} ${number}: ${reason}`);
    } else {
      counts.open++;
      console.log(
        `MISSING   ${title}${version === null ? '' : ` (${version})`} ${number}: ${text.slice(0, SHOWN)}`,
      );
    }
  }
}
console.log(
  `${counts.known} in the knowledge base, ${counts.leftOut} left out with a reason, ${counts.open} missing`,
);
process.exitCode = counts.open === 0 && both.length === 0 ? 0 : 1;
