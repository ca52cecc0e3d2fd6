import type { Demand, DemandKind } from '../lexicon.js';
import { createWordSet, type WordSet } from '../word-set.js';
import type { Words } from '../words.js';

/** Work of the form rather than of the matter: 考核, 挂牌, 台账… */
export interface Formality {
  readonly kind: DemandKind;
  /** A special sort of it (一票否决); null where it is none. */
  readonly special: string | null;
}

/** Finds in a phrase what makes work of the form: 考核, 挂牌, 台账, 会议, 截图, 盖章. */
export interface DemandFinder {
  /** The demand that a phrase makes; undefined where it makes none. */
  of(phrase: string): Formality | undefined;
}

interface Sort {
  demand: Demand;
  set: WordSet;
  reporting: WordSet;
  papers: WordSet;
  special: { set: WordSet; name: string }[];
}

/** 名单报民政办, 名单周五前交社会事务办. */
const SENT =
  /^(?:(?:于|在|每|今|明|当|本|下|周|\d|统一|按时|电子版|纸质版)[^,]{0,14}?)?(?:报送(?!$)|上报|报(?!名|送)|交|发(?!现|生|放)|送|提交|反馈)/u;

/** 报送征订情况: a verb of reporting and a paper at the end. What is found by chance (发现险情) is reported, not filled in. */
function reports(phrase: string, reporting: WordSet, papers: WordSet): boolean {
  const bare = phrase.replace(/[》”」]/gu, '').trim();
  if (/^(?:发现|遇)/u.test(bare)) return false;
  const [verb, paper] = [reporting.at(bare, 0), papers.endOf(bare)];
  // 报告 alone is a verb, and no paper that is handed in.
  if (verb !== undefined && paper !== undefined && verb.length + paper.length <= bare.length) return true;
  // 把独居老人名单报民政办: the paper first, whom it is sent to last.
  for (let at = papers.find(bare); at !== undefined; at = papers.find(bare, at.start + 1)) {
    if (SENT.test(bare.slice(at.start + at.word.length))) return true;
  }
  return false;
}

export function createDemandFinder(words: Words): DemandFinder {
  const demands: Sort[] = words.lexicon.demands.map((demand) => ({
    demand,
    set: createWordSet(demand.words),
    reporting: createWordSet(demand.reporting),
    papers: createWordSet(demand.papers),
    special: demand.special.map(({ name, words: list }) => ({ set: createWordSet(list), name })),
  }));
  return {
    of(whole) {
      // 扣0.5分 is 扣分.
      let phrase = whole.replace(/\s+/gu, '').replace(/(?<=[扣加减计])[\d.一二三四五]+(?=分)/gu, '');
      for (const word of words.lexicon.notDemands) phrase = phrase.replaceAll(word, ' ');
      for (const { demand, set, reporting, papers, special } of demands) {
        if (set.find(phrase) === undefined && !reports(phrase, reporting, papers)) continue;
        if (demand.kind === 'meeting' && words.ownMeetings.find(phrase) !== undefined) continue;
        const own = special.find((s) => s.set.find(phrase) !== undefined);
        return { kind: demand.kind, special: own?.name ?? null };
      }
      return undefined;
    },
  };
}
