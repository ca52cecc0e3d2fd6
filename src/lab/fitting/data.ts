import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { QingdanError } from '#errors.js';
import { compareCodeUnits } from './order.js';

/** A query with the ids of the entries that answer it; none where the corpus has no answer. */
export interface LabelledQuery {
  /** Queries with the same key stay in the same fold. */
  key: string;
  text: string;
  gold: ReadonlySet<string>;
}

/** A question corpus with labelled queries. */
export interface LabelledSet {
  name: string;
  kind: 'pairs' | 'set';
  /** Of the file, or of the set's files one after another. */
  sha256: string;
  entries: { id: string; text: string }[];
  queries: LabelledQuery[];
}

const pairRow = z.object({ a: z.string(), b: z.string(), label: z.union([z.literal(0), z.literal(1)]) });
const entryRow = z.object({ id: z.string(), text: z.string() });
const queryRow = z.object({ id: z.string(), text: z.string(), gold: z.array(z.string()) });

/**
 * Labelled pairs as a set: every second text is an entry, every first text a query; its right entries are those it is
 * paired with under label 1, and it has no answer where there is none.
 */
export function readPairs(path: string): LabelledSet {
  const text = read(path);
  const rows = parse(text, pairRow, path);
  const ids = new Map<string, string>();
  for (const { b } of rows) if (!ids.has(b)) ids.set(b, `p${ids.size}`);
  const gold = new Map<string, Set<string>>();
  for (const { a, b, label } of rows) {
    const right = gold.get(a) ?? new Set<string>();
    if (label === 1) right.add(ids.get(b) as string);
    gold.set(a, right);
  }
  return {
    name: basename(path),
    kind: 'pairs',
    sha256: sha256(text),
    entries: [...ids].map(([text, id]) => ({ id, text })),
    queries: [...gold].map(([a, right]) => ({ key: a, text: a, gold: right })),
  };
}

/** A folder with corpus.jsonl, queries.jsonl and, where some queries have no answer, queries_noanswer.jsonl. */
export function readSet(folder: string): LabelledSet {
  const corpus = read(join(folder, 'corpus.jsonl'));
  const queries = read(join(folder, 'queries.jsonl'));
  const none = readIfThere(join(folder, 'queries_noanswer.jsonl'));
  return {
    name: basename(folder),
    kind: 'set',
    sha256: sha256(corpus + queries + none),
    entries: parse(corpus, entryRow, folder).map(({ id, text }) => ({ id, text })),
    queries: [...parse(queries, queryRow, folder), ...parse(none, queryRow, folder)]
      .sort((a, b) => compareCodeUnits(a.id, b.id))
      .map(({ text, gold }) => ({ key: text, text, gold: new Set(gold) })),
  };
}

function parse<Row>(text: string, schema: z.ZodType<Row>, path: string): Row[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line, i) => {
      try {
        return schema.parse(JSON.parse(line));
      } catch (cause) {
        throw new QingdanError('QD-INPUT', `${path} 第 ${i + 1} 行不是预期的 JSON`, { cause });
      }
    });
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw new QingdanError('QD-FILE', `读不了文件 ${path},请检查路径和权限`, { cause });
  }
}

function readIfThere(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return '';
    throw new QingdanError('QD-FILE', `读不了文件 ${path},请检查路径和权限`, { cause });
  }
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
