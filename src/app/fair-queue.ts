import { QingdanError } from '#errors.js';

export interface FairQueueOptions {
  /** Works under way at once, never two of one visitor. */
  atOnce: number;
  /** Works of one visitor, waiting and under way. Default: 8, an office that shares an address. */
  mostOfOne?: number;
  /** Works of all. Default: 64, some minutes of waiting. */
  most?: number;
}

/** Heavy work, fairly shared: visitors take turns, however much one of them asks for. */
export interface FairQueue {
  /** @throws QingdanError QD-BUSY where too much is waiting already, and what the work throws */
  run<T>(visitor: string, work: () => Promise<T>): Promise<T>;
  /** Works waiting and under way. */
  length(): number;
}

export function createFairQueue({ atOnce, mostOfOne = 8, most = 64 }: FairQueueOptions): FairQueue {
  /** Works that wait, by visitor; who has been served goes to the end. */
  const waiting = new Map<string, (() => Promise<unknown>)[]>();
  const busy = new Set<string>();
  const counts = new Map<string, number>();
  let total = 0;

  const count = (visitor: string, more: 1 | -1) => {
    total += more;
    const own = (counts.get(visitor) ?? 0) + more;
    if (own > 0) counts.set(visitor, own);
    else counts.delete(visitor);
  };

  const next = (): void => {
    if (busy.size >= atOnce) return;
    const turn = [...waiting].find(([visitor]) => !busy.has(visitor));
    if (turn === undefined) return;
    const [visitor, works] = turn;
    const work = works.shift();
    if (works.length === 0) waiting.delete(visitor);
    busy.add(visitor);
    void work?.().finally(() => {
      busy.delete(visitor);
      count(visitor, -1);
      const left = waiting.get(visitor);
      waiting.delete(visitor);
      if (left !== undefined) waiting.set(visitor, left);
      next();
    });
    next();
  };

  return {
    length: () => total,
    run: (visitor, work) =>
      new Promise((resolve, reject) => {
        if (total >= most || (counts.get(visitor) ?? 0) >= mostOfOne) {
          reject(new QingdanError('QD-BUSY', '现在等着看的文件太多，请过几分钟再发'));
          return;
        }
        count(visitor, 1);
        const settled = () => Promise.resolve().then(work).then(resolve, reject);
        waiting.set(visitor, [...(waiting.get(visitor) ?? []), settled]);
        next();
      }),
  };
}
