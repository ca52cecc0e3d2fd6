import { actorsAt, type Party } from './actors.js';
import { aligned } from './aligned.js';
import { createDemandFinder } from './demands.js';
import { type Governed, governedParts } from './governed.js';
import type { Demand } from './lexicon.js';
import { cutAt, HIDDEN, withoutBrackets } from './marks.js';
import { type Notice, noticeOf } from './notice.js';
import { piecesOf } from './pieces.js';
import { type Capacity, predicateOf } from './predicate.js';
import { type Idle, idleness, isContext } from './urging.js';
import type { Words } from './words.js';

/** A phrase that hands something to the committee; places are UTF-16 units of the text that was read. */
export interface Handed {
  start: number;
  end: number;
  /** The words that name the task, cleaned of brackets and blanks. */
  matter: string;
  capacity: Capacity;
  demand: { demand: Demand; rows: readonly string[] } | null;
  /** The words of the heading above it and of the title, for a phrase that doesn't name what it is about. */
  topics: readonly string[];
}

/** Why a stretch holds no task of the committee. */
export type SkipReason = Idle | 'others' | 'residents' | 'nobody' | 'frame';

export interface Skipped {
  start: number;
  end: number;
  reason: SkipReason;
}

export interface Extraction {
  notice: Notice;
  handed: Handed[];
  skipped: Skipped[];
}

/** Finds the tasks of a committee in notices. */
export interface Extractor {
  extract(text: string): Extraction;
}

export function createExtractor(words: Words): Extractor {
  const demands = createDemandFinder(words);

  return {
    extract(original) {
      const text = aligned(original);
      const seen = withoutBrackets(text);
      const notice = noticeOf(text, seen, words);
      const handed: Handed[] = [];
      const skipped: Skipped[] = notice.frame.map(({ start, end }) => ({ start, end, reason: 'frame' }));
      const addressed = notice.addressees.has('committee');
      const onlyUs = addressed && notice.addressees.size === 1;
      let topics: readonly string[] = [];
      const title = topicOf(notice.title ?? '');
      let paragraph = -1;
      let carried: ReadonlySet<Party> | null = null;
      for (const part of governedParts(text, seen, notice, words)) {
        if (part.paragraph !== paragraph) carried = part.subject;
        paragraph = part.paragraph;
        const head = part.heading === null ? '' : cleaned(seen.slice(part.heading.start, part.heading.end));
        topics = [topicOf(head), title].filter((topic) => topic.length >= 2);
        carried = readSentence(part, carried);
      }
      handed.sort((a, b) => a.start - b.start);
      skipped.sort((a, b) => a.start - b.start);
      return { notice, handed, skipped };

      /** Reads one sentence; gives back whom the next one of the paragraph is told to when it doesn't say. */
      function readSentence(part: Governed, before: ReadonlySet<Party> | null): ReadonlySet<Party> | null {
        const clauses = clausesOf(seen, part, words);
        const read = clauses.map((clause) => ({
          clause,
          predicate: predicateOf(seen, clause.start, clause.end, words),
        }));
        const sentence = seen.slice(part.start, part.end);
        const named = read.some(({ predicate }) => predicate.parties?.has('committee'));
        const background =
          words.backgrounds.at(sentence.replace(/^\0+/u, ''), 0) !== undefined && part.assigned === null;
        if (
          IDEA.test(sentence) ||
          part.idle ||
          (background && !named) ||
          (part.preamble && !/[要应须请]|务必|负责/u.test(sentence))
        ) {
          skipped.push({ start: part.start, end: part.end, reason: 'background' });
          return before;
        }
        let subject: ReadonlySet<Party> | null = background ? null : before;
        const answering = read.findIndex(
          ({ predicate }) =>
            predicate.parties !== null && ANSWERING.test(seen.slice(predicate.start, predicate.end)),
        );
        let context: number | null = null;
        for (const [i, { clause, predicate }] of read.entries()) {
          const full = seen.slice(predicate.start, predicate.end);
          if (isContext(full) && clause.end < part.end) {
            context ??= predicate.start;
            if (predicate.parties?.has('committee')) subject = predicate.parties;
            continue;
          }
          const own = predicate.parties ?? subject;
          if (predicate.carried) subject = predicate.carried;
          const answerable =
            i < answering && predicate.parties === null ? (read[answering]?.predicate.parties ?? null) : null;
          const who = part.assigned?.parties ?? answerable ?? own;
          const task = seen.slice(predicate.core, predicate.end);
          if (predicate.start >= predicate.end) {
            if (predicate.parties === null)
              skipped.push({ ...clause, reason: predicate.dated ? 'date' : 'detail' });
            continue;
          }
          if (!isTold(who, addressed)) {
            if (demandOnUs(seen.slice(part.start, part.end), full, who))
              takeDemand(
                { start: aboutUs(context, clause.start) ?? predicate.start, end: predicate.end },
                part,
                clause.start,
              );
            else skipped.push({ ...clause, reason: reasonOf(who) });
            context = null;
            continue;
          }
          const demand = demands.of(full);
          const idle =
            context !== null && REPORTS.test(task) ? null : idleness(task, predicate.parties !== null, words);
          if (idle !== null && !isDemandAnyway(idle, demand?.demand, full)) {
            const topic = heading(part, predicate.parties, task);
            if (topic) handed.push(topic);
            else skipped.push({ ...clause, reason: idle });
            context = null;
            continue;
          }
          if (THROUGH.test(full) && mentionsUs(full)) takeWhole(predicate);
          else
            take(
              predicate,
              part.assigned?.assisting ? 'assist' : predicate.capacity,
              predicate.parties === null && demand === undefined ? context : null,
            );
          context = null;
        }
        return subject;
      }

      /** 约谈社区书记,并取消评优资格: what goes on with 并 in the same sentence is one demand. */
      function takeDemand(phrase: { start: number; end: number }, part: Governed, clauseStart: number): void {
        const last = handed.at(-1);
        const goesOn = /^(?:并|且)/u.test(seen.slice(clauseStart, phrase.end));
        const same =
          last?.demand?.demand.kind === demands.of(seen.slice(phrase.start, phrase.end))?.demand.kind;
        if (goesOn && same && last !== undefined && last.start >= part.start && last.capacity === 'unsaid') {
          last.end = phrase.end;
          last.matter = cleaned(seen.slice(last.start, last.end));
          return;
        }
        // 评选5个社区并授牌: of several things done to us only what is a demand.
        const pieces = piecesOf(seen, phrase.start, phrase.end, words);
        const own = pieces.filter((piece) => demands.of(seen.slice(piece.start, piece.end)) !== undefined);
        for (const piece of pieces.length > 1 && own.length > 0 ? own : [phrase]) takeWhole(piece);
      }

      function takeWhole({ start, end }: { start: number; end: number }): void {
        const matter = cleaned(seen.slice(start, end));
        handed.push({ start, end, matter, capacity: 'unsaid', demand: demands.of(matter) ?? null, topics });
      }

      function take(
        predicate: { start: number; end: number; core: number },
        capacity: Capacity,
        context: number | null,
      ): void {
        const pieces = piecesOf(seen, predicate.core, predicate.end, words);
        pieces.forEach((piece, i) => {
          const start = i > 0 ? piece.start : (context ?? Math.min(predicate.start, piece.start));
          const alone = pieces.length === 1;
          const own = seen.slice(alone || piece.verb === '' ? piece.start : piece.start, piece.end);
          const demand = demands.of(own) ?? null;
          if (!alone && demand === null && idleness(piece.verb + own, true, words) !== null) {
            skipped.push({ start: piece.start, end: piece.end, reason: 'detail' });
            return;
          }
          handed.push({
            start: !alone && i === 0 && piece.verb !== '' ? piece.start : start,
            end: piece.end,
            matter: cleaned(own),
            capacity,
            demand,
            topics,
          });
        });
      }

      /** (一)违建拆除。由各社区负责。 */
      function heading(part: Governed, parties: ReadonlySet<Party> | null, predicate: string): Handed | null {
        if (parties === null || part.heading === null) return null;
        if (!/^(?:负责|牵头|承担|落实|实施|办理|完成)*(?:落实|实施|办理|完成)?$/u.test(predicate))
          return null;
        const { start, end } = part.heading;
        const bare = cleaned(seen.slice(start, end)).replace(/[。:]$/u, '');
        return {
          start,
          end: start + bare.length,
          matter: bare,
          capacity: 'responsible',
          demand: demands.of(bare) ?? null,
          topics,
        };
      }

      /** 将对各社区进行考核: another acts, and the burden is ours. */
      function demandOnUs(sentence: string, predicate: string, who: ReadonlySet<Party> | null): boolean {
        const kind = demands.of(predicate)?.demand.kind;
        if (kind === 'assessment') {
          if (mentionsUs(predicate)) return true;
          return (
            !who?.has('residents') &&
            (onlyUs || mentionsUs(sentence)) &&
            !/(?:部门|办所|科室|企业|物业)/u.test(predicate)
          );
        }
        return (kind === 'seal' || kind === 'plaque') && mentionsUs(predicate);
      }

      /** 签约率排名最后的社区, …: the clause before says that it is ours. */
      function aboutUs(context: number | null, end: number): number | null {
        return context !== null && mentionsUs(seen.slice(context, end)) ? context : null;
      }

      function mentionsUs(stretch: string): boolean {
        if (/(?:各|的|每个|所在)村(?![民庄里内容集])/u.test(stretch)) return true;
        const found = words.committee.find(stretch);
        return found !== undefined && words.none.at(stretch, found.start) === undefined;
      }
    },
  };
}

/** 申请表须经社区核实并盖章: one step of somebody else's matter. */
const THROUGH = /^[^,]{0,16}(?:须|需|应|应当)?经/u;
/** 总体思路是: what follows is what is hoped for. */
const IDEA = /^[^,]{0,24}(?:总体思路|总体要求|总体目标|工作目标|指导思想|主要目标|目标任务)(?:是|为|:)/u;
/** 拆除违建1万平方米,综合执法大队为责任主体. */
const ANSWERING = /^为(?:第一)?(?:责任主体|责任单位|责任部门|牵头单位)/u;
/** 发现隐患的,及时报告街道: what is reported stands in the clause before. */
const REPORTS = /^(?:报告|上报|反馈|报|转报|联系|劝阻|制止|劝返|处置|通知)/u;

/** 一律加盖公章: a demand shows where a clause reads like none; not where the clause forbids, hopes or looks back. */
function isDemandAnyway(idle: Idle, demand: Demand | undefined, predicate: string): boolean {
  if (demand === undefined) return false;
  const { kind, words } = demand;
  if (idle === 'detail')
    return (
      (kind !== 'ledger' && kind !== 'plaque') ||
      /^[向于按实一均]/u.test(predicate) ||
      words.some((word) => predicate.startsWith(word))
    );
  return idle === 'exhortation';
}

function isTold(who: ReadonlySet<Party> | null, addressed: boolean): boolean {
  return who !== null && (who.has('committee') || (addressed && who.has('everyone')));
}

function reasonOf(who: ReadonlySet<Party> | null): SkipReason {
  if (who === null) return 'nobody';
  return who.has('others') || who.has('everyone') ? 'others' : 'residents';
}

/** 街道牵头、社区配合: an actor behind 、 begins a clause of its own. */
function clausesOf(seen: string, part: Governed, words: Words): { start: number; end: number }[] {
  return cutAt(seen, part.start, part.end, ',:').flatMap(({ start, end }) => {
    const cuts: number[] = [];
    for (const { index } of seen
      .slice(start, end)
      .matchAll(/(?<=牵头|负责|主导|指导|配合|统筹|协助|参与)、/gu)) {
      if (actorsAt(seen, start + index + 1, end, words) !== null) cuts.push(start + index);
    }
    const pieces: { start: number; end: number }[] = [];
    let from = start;
    for (const cut of [...cuts, end]) {
      pieces.push({ start: from, end: cut });
      from = cut + 1;
    }
    return pieces;
  });
}

/** What a title or heading is about: 关于开展夏季消防安全专项整治的通知 is about 夏季消防安全专项整治. */
function topicOf(heading: string): string {
  return heading
    .replace(/^.*关于/u, '')
    .replace(
      /^(?:(?:印发|转发|下达|切实|进一步|认真|扎实|全面|全力|统筹|加快|协助|配合|做好|加强|强化|开展|推进|落实|实施|规范|举办|推广|使用|当前|抓好|召开)+)/u,
      '',
    )
    .replace(/[。:]$/u, '')
    .replace(/(?:的)?(?:紧急)?(?:通知|方案|函|意见|通报|提示|清单|表|计划|要点)$/u, '')
    .replace(/(?:工作|活动|专项行动|有关事项|有关工作|实施|任务|行动)+$/u, '')
    .slice(0, 16);
}

/** A phrase as it is looked up: without brackets, blanks and numbers of years. */
export function cleaned(phrase: string): string {
  return phrase
    .replaceAll(HIDDEN, '')
    .replace(/\s+/gu, '')
    .replace(/(?:20\d{2}|今|本|去|明)(?:-20\d{2})?(?:年度|年)/gu, '')
    .replace(/[“”"「」]/gu, '');
}
