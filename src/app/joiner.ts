import { readFileSync, writeFileSync } from 'node:fs';
import { allRows, type KnowledgeBase } from '#catalogue/knowledge-base.js';
import {
  ADDITIONS_PATH,
  type Additions,
  isEmpty,
  NO_ADDITIONS,
  withAdditions,
} from '#catalogue/matters/additions.js';
import type { MatterLibrary } from '#catalogue/matters/load.js';
import type { Wording } from '#catalogue/matters/wordings.js';
import type { Row } from '#catalogue/rows.js';
import { domainTerms } from '#catalogue/terms.js';
import { QingdanError } from '#errors.js';
import { createJoiner, type Joiner } from '#importing/joining/joiner.js';
import { countSorts, type SortCounts } from '#importing/joining/readers.js';
import { JOIN_SORTS, type JoinSort } from '#importing/joining/sorts.js';
import { type JoiningWeights, joiningWeightsSchema } from '#importing/joining/weights.js';
import {
  type Counts,
  createEmbeddingReader,
  type Example,
  type LearnedReader,
  packCounts,
  unpackCounts,
} from '#search/readers/index.js';
import type { Segmenter } from '#text/segmenter.js';
import { loadSegmenter } from '#text/segmenters/index.js';
import { textsKey } from './cache.js';
import { knowledgeFolder, packagePath, readTextFile } from './files.js';
import { readLexicon } from './lexicon.js';
import { readMatterFiles, readMatters, readWordings } from './matters.js';
import { readKnowledge } from './open.js';
import { readEmbeddings } from './readers.js';

/** What joiners are made of that doesn't depend on the rows known; making it takes about a second. */
export interface JoinerBase {
  readonly library: MatterLibrary;
  readonly wordings: readonly Wording[];
  readonly counts: SortCounts;
  /** What was accepted here, which the counts don't hold. */
  readonly added: readonly Example[];
  readonly fitted: LearnedReader;
  readonly segmenter: Segmenter;
}

/** @param folder knowledge folder. Default: QINGDAN_KNOWLEDGE, else the package's own. @throws as `openAssistant` */
export function readJoinerBase(kb: KnowledgeBase, folder?: string): JoinerBase {
  const library = readMatters(folder);
  const wordings = readWordings(folder);
  return {
    library,
    wordings,
    added: [],
    counts: readSorts(keyOf(folder)) ?? countSorts(library, wordings),
    fitted: createEmbeddingReader(readEmbeddings(folder).model),
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
function readSorts(key: string): SortCounts | undefined {
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
export const joinerOver = (base: JoinerBase, rows: readonly Row[], weights: JoiningWeights): Joiner =>
  createJoiner({ ...base, rows, weights });

/** Joiners by knowledge folder and additions, of which few are asked for while a program runs. */
const opened = new Map<string, Joiner>();

/**
 * The joiner of a knowledge folder (default: QINGDAN_KNOWLEDGE, else the package's own): it knows the rows that ship, and
 * none that an office imported, so that what is imported first doesn't change what is joined later.
 * @param additions matters and wordings that were accepted here @throws as `openAssistant`
 */
export function openJoiner(folder?: string, additions: Additions = NO_ADDITIONS): Joiner {
  const key = `${knowledgeFolder(folder)}\n${JSON.stringify(additions)}`;
  const known = opened.get(key);
  if (known !== undefined) return known;
  const kb = readKnowledge(folder);
  const base = withOwn(readJoinerBase(kb, folder), additions);
  const joiner = joinerOver(base, allRows(kb), readJoiningWeights());
  opened.set(key, joiner);
  return joiner;
}

function withOwn(base: JoinerBase, additions: Additions): JoinerBase {
  if (isEmpty(additions)) return base;
  const added = additions.wordings.map(
    ({ matter, text }, i): Wording => ({ matter, text, path: ADDITIONS_PATH, line: i + 1 }),
  );
  return {
    ...base,
    library: withAdditions(base.library, additions),
    wordings: [...base.wordings, ...added],
    added: [
      ...additions.matters.flatMap(({ id, name, is }) => [name, is].map((text) => ({ label: id, text }))),
      ...additions.wordings.map(({ matter, text }) => ({ label: matter, text })),
    ],
  };
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
