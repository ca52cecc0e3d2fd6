import { readFileSync, writeFileSync } from 'node:fs';
import { allRows, type KnowledgeBase } from '#catalogue/knowledge-base.js';
import type { MatterLibrary } from '#catalogue/matters/load.js';
import type { Row } from '#catalogue/rows.js';
import { domainTerms } from '#catalogue/terms.js';
import { QingdanError } from '#errors.js';
import { createJoiner, type Joiner } from '#importing/joining/joiner.js';
import { countSorts, type LibraryCounts } from '#importing/joining/readers.js';
import { JOIN_SORTS, type JoinSort } from '#importing/joining/sorts.js';
import { type JoiningWeights, joiningWeightsSchema } from '#importing/joining/weights.js';
import { createMatcher } from '#search/index.js';
import { type Counts, packCounts, unpackCounts } from '#search/readers/index.js';
import type { Segmenter } from '#text/segmenter.js';
import { loadSegmenter } from '#text/segmenters/index.js';
import { textsKey } from './cache.js';
import { knowledgeFolder, packagePath, readTextFile } from './files.js';
import { readLexicon } from './lexicon.js';
import { readMatterFiles, readMatters, readWordings } from './matters.js';
import { readKnowledge } from './open.js';
import { readCounts } from './readers.js';

/** Wordings compared closely with each name, and matters given for it. */
const CANDIDATES = 30;
const RETRIEVED = 20;

/** What joiners are made of that doesn't depend on the rows known; making it takes about two seconds. */
export interface JoinerBase {
  readonly library: MatterLibrary;
  readonly counts: LibraryCounts;
  readonly segmenter: Segmenter;
}

/** @param folder knowledge folder. Default: QINGDAN_KNOWLEDGE, else the package's own. @throws as `openAssistant` */
export function readJoinerBase(kb: KnowledgeBase, folder?: string): JoinerBase {
  const library = readMatters(folder);
  const all = readCounts(library.all, folder);
  const sorts = readSorts(keyOf(folder)) ?? countSorts(library, readWordings(folder));
  return {
    library,
    counts: { all, sorts },
    segmenter: loadSegmenter({ terms: domainTerms(kb, readLexicon(folder).terms) }),
  };
}

/** Counts the library of the package's own folder by sort and writes the counts, as `compileCounts` does for all of it. */
export function compileJoining(folder = packagePath('knowledge')): void {
  const key = keyOf(folder);
  for (const [sort, counts] of countSorts(readMatters(folder), readWordings(folder))) {
    writeFileSync(compiledPath(sort), packCounts(counts, key));
  }
}

const compiledPath = (sort: JoinSort) => packagePath('dist', `joining-${sort}.bin`);

function keyOf(folder?: string): string {
  const files = readMatterFiles(folder);
  return textsKey([...files.matters, ...files.wordings]);
}

/** What `npm run build` counted of these texts; undefined where it didn't. */
function readSorts(key: string): LibraryCounts['sorts'] | undefined {
  try {
    const sorts = new Map<JoinSort, Counts>();
    for (const sort of JOIN_SORTS) {
      const counts = unpackCounts(readFileSync(compiledPath(sort)), key);
      if (counts === undefined) return undefined;
      sorts.set(sort, counts);
    }
    return sorts;
  } catch {
    // Not built, as when the sources are run directly, or written half: the texts say the same.
    return undefined;
  }
}

/** A joiner that knows some rows. */
export function joinerOver(base: JoinerBase, rows: readonly Row[], weights: JoiningWeights): Joiner {
  const { segmenter } = base;
  return createJoiner({
    ...base,
    rows,
    weights,
    index(entries) {
      const matcher = createMatcher(entries, { segmenter, candidates: CANDIDATES });
      return (name) => matcher.search(name, { limit: RETRIEVED });
    },
  });
}

/** Joiners by knowledge folder, which doesn't change while a program runs. */
const opened = new Map<string, Joiner>();

/**
 * The joiner of a knowledge folder (default: QINGDAN_KNOWLEDGE, else the package's own): it knows the rows that ship, and
 * none that an office imported, so that what is imported first doesn't change what is joined later. @throws as `openAssistant`
 */
export function openJoiner(folder?: string): Joiner {
  const path = knowledgeFolder(folder);
  const known = opened.get(path);
  if (known !== undefined) return known;
  const kb = readKnowledge(folder);
  const joiner = joinerOver(readJoinerBase(kb, folder), allRows(kb), readJoiningWeights());
  opened.set(path, joiner);
  return joiner;
}

/** The fitted weights of the package; a folder of knowledge has none of its own. @throws QingdanError QD-FILE, QD-SCHEMA */
export function readJoiningWeights(): JoiningWeights {
  const path = packagePath('knowledge', 'weights', 'joining.json');
  try {
    return joiningWeightsSchema.parse(JSON.parse(readTextFile(path).text));
  } catch (cause) {
    if (cause instanceof QingdanError) throw cause;
    throw new QingdanError('QD-SCHEMA', `权重文件 ${path} 内容不对，请用 npm run fit:joining 重新生成`, {
      cause,
    });
  }
}
