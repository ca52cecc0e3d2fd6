import type { Counts } from './counts.js';

/** Both counts in one, with the weights of the first where it has them. */
export function mergeCounts(a: Counts, b: Counts): Counts {
  const labels = [...new Set([...a.labels, ...b.labels])].sort();
  const place = new Map(labels.map((label, i) => [label, i]));
  const placesIn = (counts: Counts) => counts.labels.map((label) => place.get(label) as number);
  const features = union(a.features, b.features);
  const merged = {
    weight: new Float32Array(features.length),
    start: new Uint32Array(features.length + 1),
    label: new Uint16Array(a.label.length + b.label.length),
    count: new Uint32Array(a.count.length + b.count.length),
  };
  const sides = [b, a].map((counts) => ({ counts, places: placesIn(counts), at: 0 }));
  /** Where the label's posting of the feature at hand stands. */
  const where = new Int32Array(labels.length).fill(-1);
  let end = 0;
  for (const [i, feature] of features.entries()) {
    const from = end;
    for (const side of sides) {
      const { counts, places, at } = side;
      if (counts.features[at] !== feature) continue;
      merged.weight[i] = counts.weight[at] as number;
      for (let k = counts.start[at] as number; k < (counts.start[at + 1] as number); k++) {
        const label = places[counts.label[k] as number] as number;
        let to = where[label] as number;
        if (to < from) {
          to = end++;
          where[label] = to;
          merged.label[to] = label;
        }
        merged.count[to] = (merged.count[to] as number) + (counts.count[k] as number);
      }
      side.at++;
    }
    merged.start[i + 1] = end;
  }
  const { weight, start } = merged;
  return {
    labels,
    examples: a.examples,
    features,
    weight,
    start,
    label: merged.label.slice(0, end),
    count: merged.count.slice(0, end),
  };
}

/** Both lists of ascending numbers as one. */
function union(a: Uint32Array, b: Uint32Array): Uint32Array {
  const all = new Uint32Array(a.length + b.length);
  let [i, j, end] = [0, 0, 0];
  while (i < a.length || j < b.length) {
    const next = Math.min(a[i] ?? Number.POSITIVE_INFINITY, b[j] ?? Number.POSITIVE_INFINITY);
    if (a[i] === next) i++;
    if (b[j] === next) j++;
    all[end++] = next;
  }
  return all.slice(0, end);
}
