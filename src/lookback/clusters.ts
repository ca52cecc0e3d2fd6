import type { Asked } from './figures.js';

/** Questions that weren't answered and ask for one thing. */
export interface Cluster extends Asked {
  /** The text of it that was asked most. */
  readonly text: string;
  /** Different texts. */
  readonly texts: number;
}

/** Texts looked at: the most asked; what nobody asks twice makes no cluster worth showing. */
const MOST_TEXTS = 3000;
/** UTF-16 units of a text that are compared. */
const LONGEST = 80;
/** Share of pairs of characters that two texts have in common, from which on they are one cluster (Dice). */
const ALIKE = 0.5;
/** Clusters that share a pair with a text and are compared with it, those that share most first. */
const MOST_COMPARED = 20;

/**
 * Puts texts together that share most of their pairs of characters: each joins the nearest cluster's first text, the most
 * asked coming first. People are added up: whoever asked two texts of one cluster counts twice.
 */
export function clustersOf(texts: readonly (Asked & { readonly text: string })[]): Cluster[] {
  const sorted = [...texts]
    .sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1))
    .slice(0, MOST_TEXTS);
  const clusters: { text: string; pairs: Set<string>; count: number; people: number; texts: number }[] = [];
  const withPair = new Map<string, number[]>();
  for (const { text, count, people } of sorted) {
    const pairs = pairsOf(text);
    const found = nearest(pairs, clusters, withPair);
    if (found !== undefined) {
      found.count += count;
      found.people += people;
      found.texts++;
      continue;
    }
    const place = clusters.push({ text, pairs, count, people, texts: 1 }) - 1;
    for (const pair of pairs) {
      const places = withPair.get(pair);
      if (places === undefined) withPair.set(pair, [place]);
      else places.push(place);
    }
  }
  return clusters
    .map(({ text, count, people, texts: different }) => ({ text, count, people, texts: different }))
    .sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1));
}

function nearest<C extends { pairs: Set<string> }>(
  pairs: ReadonlySet<string>,
  clusters: readonly C[],
  withPair: ReadonlyMap<string, readonly number[]>,
): C | undefined {
  const shared = new Map<number, number>();
  for (const pair of pairs) {
    for (const place of withPair.get(pair) ?? []) shared.set(place, (shared.get(place) ?? 0) + 1);
  }
  let best: C | undefined;
  let most = ALIKE;
  const close = [...shared].sort(([, a], [, b]) => b - a).slice(0, MOST_COMPARED);
  for (const [place, both] of close) {
    const cluster = clusters[place];
    if (cluster === undefined) continue;
    const alike = (2 * both) / (pairs.size + cluster.pairs.size);
    if (alike > most || (alike === most && best === undefined)) [best, most] = [cluster, alike];
  }
  return best;
}

function pairsOf(text: string): Set<string> {
  const plain = text
    .normalize('NFKC')
    .replace(/[\s\p{P}\p{S}]+/gu, '')
    .toLowerCase()
    .slice(0, LONGEST);
  const pairs = new Set<string>();
  for (let i = 0; i + 1 < plain.length; i++) pairs.add(plain.slice(i, i + 2));
  return pairs.size === 0 ? new Set([plain]) : pairs;
}
