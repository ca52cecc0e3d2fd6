import { findRegion } from '#catalogue/find-region.js';
import type { KnowledgeBase } from '#catalogue/knowledge-base.js';
import type { Region } from '#catalogue/regions.js';
import { regionsMentioned } from '#catalogue/regions-mentioned.js';
import { QingdanError } from '#errors.js';
import { type Doc, isNotice, type Language, type Reading } from '#language/index.js';
import { createJudge } from '#ruling/index.js';
import { checkDay } from '#text/days.js';
import { addressedCommittee, settlementOfName } from '../letters/committee.js';
import type { ScreenerParts, ScreenOptions } from './parts.js';

/** Characters; forty pages. */
export const LONGEST_NOTICE = 60_000;

/** A notice read, with what its tasks are judged by. @throws QingdanError QD-EMPTY, QD-TOO-LONG, QD-REGION, QD-DATE */
export function openNotice(
  text: string,
  options: Omit<ScreenOptions, 'source'>,
  { kb, ruler, language, formalities, today }: ScreenerParts,
) {
  const doc = read(text, language, today);
  const date = options.date === undefined ? today : checkDay(options.date);
  const { title = null, issuer = null, number = null } = doc.layout ?? {};
  const region =
    options.region === undefined
      ? regionOf(kb, [title, issuer, number])
      : findRegion(kb.regions, options.region);
  const committee = addressedCommittee(text, doc.layout);
  const settlement = (committee === null ? null : settlementOfName(committee)) ?? language.settlementOf(doc);
  const scope = { region, date, dateAsked: date !== today, ambiguous: [], settlement };
  const situation = ruler.situationFor(scope, 'worker');
  const judge = createJudge({ ruler, language, situation, formalities });
  const head = { title, issuer, number, region: region?.name ?? '全国', date, committee, settlement };
  return { doc, situation, judge, head };
}

function read(text: string, language: Language, today: string): Doc {
  if (text.trim() === '') throw new QingdanError('QD-EMPTY', '通知里没有文字，请检查文件');
  if (text.length > LONGEST_NOTICE) {
    throw new QingdanError(
      'QD-TOO-LONG',
      `通知有 ${text.length} 个字，超过 ${LONGEST_NOTICE} 字，请拆开再研判`,
    );
  }
  return language.notice(text, { today });
}

/** A list that somebody typed hands down each of its entries; of a notice its sentences tell. */
export function handedIn(
  text: string,
  doc: Doc,
  language: Language,
): Pick<Reading, 'assigned' | 'passedOver'> {
  const listed = isNotice(text, language.layout) ? [] : language.listed(text);
  if (listed.length > 0) return { assigned: language.handed(doc, listed), passedOver: [] };
  return doc.reading ?? { assigned: [], passedOver: [] };
}

/** The region that the head and the signature name, when it is one and no other has its name. */
function regionOf(kb: KnowledgeBase, places: readonly (string | null)[]): Region | undefined {
  const named = new Set(
    places
      .flatMap((text) => (text === null ? [] : regionsMentioned(kb.regions, text)))
      .flatMap(({ regions }) => regions),
  );
  return named.size === 1 ? [...named][0] : undefined;
}
