import type { Party } from '../parties/party.js';
import type { Span } from '../span.js';
import type { Words } from '../words.js';
import type { DemandFinder } from './demands.js';
import { piecesOf } from './pieces.js';

/** 要求失业人员提供社区出具的失业证明: a paper that the committee is to issue. */
const PAPER_FROM_US =
  /(?:社区|居委会|村委会|村\(居\)委会)(?:为其|予以)?(?:出具|开具|开|盖章|加盖公章|盖公章|签章|签字盖章)(?:的)?.{0,20}证明|(?<=(?:让|要求|叫)[^,]{1,8}[来去])开(?:具)?[^,]{2,16}证明/u;
/** 不得要求当事人到社区开具证明. */
const FORBIDDEN = /(?:不得|不再|无需|无须|严禁|禁止|取消|不要|不应|不用|停止)/u;
const VILLAGE = /(?:各|的|每个|所在)村(?![民庄里内容集])/u;
/** 领导小组办公室负责考核的组织实施: who carries it out. */
const ORGANISING =
  /^《[^》]*》(?:已|经|是)|(?:细则|办法|方案)$|(?:考核|考评|测评|评比)(?:工作)?的?(?:组织|实施|日常|解释|具体)|^(?:负责|组织|牵头)(?:考核|考评)/u;
/** 约谈书记, 扣拨村级经费: who and what is the committee's, in a letter that names no other. */
const OUR_HEADS =
  /(?<![委镇街乡区县工组支])书记(?!处)|(?<![\p{Script=Han}])(?:村|社区)级|(?:扣|拨|减)[^,]{0,4}村级|包片(?:社工|干部|网格员)|两委(?:成员|班子)/u;
const OTHERS = /(?:部门|[镇乡区县]直|机关|办所|科室|企业|物业)/u;

/** Finds what lies on the committee although somebody else acts: 将对各社区进行考核, 须经社区盖章. */
export interface BurdenFinder {
  /** Papers that somebody makes people fetch from the committee: 让家长到社区开证明. */
  papers(predicate: Span): Span[];
  /** Whether a stretch speaks of the committee. */
  mentionsUs(stretch: string): boolean;
  /**
   * The parts of a predicate that are a burden on the committee; empty where it is none. `about` is where a clause
   * before it begins that says on which committees it lies; the first part begins there.
   */
  in(sentence: Span, predicate: Span, who: ReadonlySet<Party> | null, about: number | null): Span[];
}

/** @param onlyUs whether the notice is addressed to committees alone, so that what is assessed is theirs. */
export function createBurdenFinder(
  seen: string,
  demands: DemandFinder,
  onlyUs: boolean,
  words: Words,
): BurdenFinder {
  const text = ({ start, end }: Span) => seen.slice(start, end);

  function mentionsUs(stretch: string): boolean {
    if (VILLAGE.test(stretch)) return true;
    const found = words.committee.find(stretch);
    return found !== undefined && words.none.at(stretch, found.start) === undefined;
  }

  function isDemandOnUs(sentence: Span, predicate: Span, who: ReadonlySet<Party> | null): boolean {
    const kind = demands.of(text(predicate))?.kind;
    if (kind === 'seal' || kind === 'plaque') return mentionsUs(text(predicate));
    if (kind !== 'assessment' || ORGANISING.test(text(predicate))) return false;
    if (mentionsUs(text(predicate)) || OUR_HEADS.test(text(predicate))) return true;
    const ours = onlyUs || mentionsUs(text(sentence));
    return ours && !who?.has('residents') && !OTHERS.test(text(predicate));
  }

  function papersIn(predicate: Span): Span[] {
    const paper = PAPER_FROM_US.exec(text(predicate));
    if (paper === null || FORBIDDEN.test(text(predicate).slice(0, paper.index))) return [];
    const start = predicate.start + paper.index;
    return [{ start, end: start + paper[0].length }];
  }

  return {
    mentionsUs,
    papers: papersIn,
    in(sentence, predicate, who, about) {
      const papers = papersIn(predicate);
      if (papers.length > 0) return papers;
      const whole = { start: about ?? predicate.start, end: predicate.end };
      if (!isDemandOnUs(sentence, about === null ? predicate : whole, who)) return [];
      // 评选5个社区并授牌: of several things done to us only what is a demand.
      const pieces = piecesOf(seen, predicate.start, predicate.end, words);
      const own = pieces.filter((piece) => demands.of(text(piece)) !== undefined);
      if (pieces.length < 2 || own.length === 0) return [whole];
      const [first] = own;
      return own.map((piece) =>
        piece === first && piece === pieces[0] ? { ...piece, start: whole.start } : piece,
      );
    },
  };
}
