/** Finds the articles of statutes that name a residents' or villagers' committee. */

const COMMITTEE = /居民委员会|村民委员会|居（村）民委员会|村（居）民委员会|居委会|村委会|基层群众性自治组织/;
const NUMBER = '第[零〇一二三四五六七八九十百千]+条(?:之[一二三四五六七八九十]+)?';
const STARTS_ARTICLE = new RegExp(`^\\s*(${NUMBER})(?=[\\s　]|$)`);
const HEADING = /^#+\s*/;
/** What a collection writes after a name: (2018-10-26). */
const VERSION = /[(（](\d{4}-\d{2}-\d{2})[)）]/;

/** A title without its country, its brackets' width and the note of a version, so that two spellings of one law meet. */
export function titleKey(title) {
  return title
    .replace(/^中华人民共和国/, '')
    .replace(/[(（](?:\d{4}年?)?(?:修正|修订|\d{4}-\d{2}-\d{2})[)）]/g, '')
    .replaceAll('（', '(')
    .replaceAll('）', ')')
    .replace(/[\s　]/g, '');
}

/** Every article a locator speaks of: 第三十四条、第四十八条第一款 → both; none where no source shows a place. */
export function articlesIn(locator = '') {
  return locator.match(new RegExp(NUMBER, 'g')) ?? [];
}

/**
 * The law in one file: its title (first heading, else the first line that isn't empty), its version (date in the file's
 * name, null where there is none) and its articles that name the committee, each with its text.
 */
export function readLaw({ path, text }) {
  const lines = text.split(/\r?\n/);
  const heading =
    lines.find((line) => line.startsWith('# ')) ?? lines.find((line) => line.trim() !== '') ?? '';
  const articles = new Map();
  let current = null;
  for (const line of lines) {
    const [, number] = STARTS_ARTICLE.exec(line) ?? [];
    if (number !== undefined) current = number;
    else if (HEADING.test(line)) current = null;
    if (current !== null) articles.set(current, `${articles.get(current) ?? ''}${line.trim()}`);
  }
  const naming = [...articles].filter(([, words]) => COMMITTEE.test(words));
  return {
    path,
    title: heading.replace(HEADING, '').trim(),
    version: VERSION.exec(path)?.[1] ?? null,
    articles: naming.map(([number, words]) => ({ number, text: words })),
  };
}

/** Of several versions of one law the newest; the parts of a law that is split over files stay together. */
export function newestVersions(laws) {
  const newest = new Map();
  for (const { title, version } of laws) {
    const key = titleKey(title);
    if ((version ?? '') > (newest.get(key) ?? '')) newest.set(key, version);
  }
  return laws.filter(({ title, version }) => (version ?? '') === (newest.get(titleKey(title)) ?? ''));
}
