import type { KnowledgeBase } from '#catalogue/knowledge-base.js';
import { seeded } from './synthetic.js';

/** A text with its number. */
export interface ListedText {
  id: string;
  text: string;
}

/** A question with the only entries that answer it. */
export interface GoldQuestion {
  text: string;
  gold: ReadonlySet<string>;
}

const OFFICES =
  '民政局 公安局 教育局 人社局 卫健局 住建局 应急局 市监局 自然资源局 农业农村局 司法局 财政局 医保局 城管局 生态环境局 文旅局 交通局 统计局'.split(
    ' ',
  );
/** Characters of a detail that a row shows. */
const DETAIL = 40;
/** Characters of a name that a question says. */
const SAID = 30;

/**
 * `count` rows as one list of all counties would have them: a county of the library, an office, a task or paper of the
 * library, and for every second one a detail. Each row is another; the same seed gives the same list.
 */
export function libraryList(kb: KnowledgeBase, count: number, seed = 1): ListedText[] {
  const { places, names, details } = partsOf(kb);
  const random = seeded(seed);
  const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)] ?? '';
  const seen = new Set<string>();
  const rows: ListedText[] = [];
  while (rows.length < count) {
    const head = `${pick(places)}${pick(OFFICES)}：${pick(names)}`;
    const detail = random() < 0.5 ? `，${pick(details)}` : '';
    if (seen.has(head)) continue;
    seen.add(head);
    rows.push({ id: `r${rows.length}`, text: head + detail });
  }
  return rows;
}

/** Questions that name the place, the office and the task of one row, as people would ask. */
export function libraryQuestions(rows: readonly ListedText[], count: number, seed = 2): GoldQuestion[] {
  const random = seeded(seed);
  const saidIn = (text: string) => text.replace(/，.*$/u, '').replace('：', '的');
  const wanted = Array.from({ length: count }, () => {
    const { text } = rows[Math.floor(random() * rows.length)] ?? { text: '' };
    const [place = '', name = ''] = saidIn(text).split(/(?<=局)的/u);
    return `${place}的${Array.from(name).slice(0, SAID).join('')}`;
  });
  const gold = new Map<string, Set<string>>(wanted.map((said) => [said, new Set()]));
  for (const { id, text } of rows) {
    const [place = '', name = ''] = saidIn(text).split(/(?<=局)的/u);
    gold.get(`${place}的${Array.from(name).slice(0, SAID).join('')}`)?.add(id);
  }
  return wanted.map((said, i) => ({
    text: i % 2 === 0 ? `请问${said}归社区管吗` : `${said}，居委会要做吗`,
    gold: gold.get(said) ?? new Set(),
  }));
}

function partsOf(kb: KnowledgeBase): { places: string[]; names: string[]; details: string[] } {
  const items = [...kb.itemById.values()].map(({ item }) => item);
  return {
    places: kb.regions.all.filter(({ level }) => level === 'county').map(({ name }) => name),
    names: [...new Set(items.map(({ name }) => name.replace(/[，：]/gu, '、')))],
    details: [...new Set(items.map(({ summary }) => Array.from(summary).slice(0, DETAIL).join('')))],
  };
}
