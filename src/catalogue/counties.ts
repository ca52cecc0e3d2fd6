/** Counties as regions.yaml lists them: by the full name of what they lie in, `code name` one after the other. */
export type CountyLists = Readonly<Record<string, string>>;

/** A region of the county level. */
export interface County {
  code: string;
  name: string;
  level: 'county';
  parent: string;
  aliases: string[];
  lookup: string[];
  behind: string[];
}

/** Division words at the end of a county's name. */
const DIVISION = /(?:自治县|自治旗|林区|特区|区|县|市|旗)$/u;

/**
 * The counties of these lists as regions. In a sentence a county counts by its name; by what is left without the
 * division word (昆山, 义乌), and by a name that is an ordinary word (`words`: 城区, 老城区), only behind the name of a level
 * above it. An entry may end with a third part, what an autonomous county is called without its nationalities.
 */
export function countiesOf(lists: CountyLists, words: readonly string[]): County[] {
  const ordinary = new Set(words);
  return Object.entries(lists).flatMap(([parent, entries]) =>
    entries.split(', ').map((entry) => county(parent, entry, ordinary)),
  );
}

function county(parent: string, entry: string, ordinary: ReadonlySet<string>): County {
  const [code = '', own = '', called] = entry.split(' ');
  const short = called ?? own.replace(DIVISION, '');
  const names = called === undefined ? [own] : [own, `${called}县`];
  const behind = names.filter((form) => ordinary.has(form));
  const shorts = short.length > 1 && short !== own ? [short] : [];
  return {
    code,
    name: parent + own,
    level: 'county',
    parent,
    aliases: names.filter((form) => !ordinary.has(form)),
    lookup: [...behind, ...shorts],
    behind: [...behind, ...shorts],
  };
}
