import { LIST_KINDS, type ListKind } from '#catalogue/schema.js';
import { normalise } from '#text/normalise.js';
import { dutiesOf, isByPolice } from './others-duties.js';

/** What a title says of the kind of its list. */
export interface TitleKind {
  /** null where it says opposite things, or only its end is there: the user has to tell. */
  kind: ListKind | null;
  /** Whose duties a `reference` list speaks of; null for the committee's own lists. */
  about: string | null;
}

/** Between a negation and what it bars: 不应由城乡基层群众性自治组织（村、社区）出具. */
const GAP = '[^。；;，,]{0,30}';
const NEGATION =
  '(不[应得予再能可准宜必用需]|不属于|无[需须权法]|毋[需须]|免[予于除]|非法定|禁止|严禁|取消|停止|停开|取缔|废止|杜绝|拒绝)';
const BARRED_PAPER = new RegExp(
  `${NEGATION}${GAP}(出具|开具|证明)|证明.{0,6}(负面|取消|禁止|废止|取缔)|(出具|开具).{0,4}负面`,
);
/** What speaks for a paper whatever else the title says; 不可以 and 不应由 don't. */
const ALLOWED_PAPER = /(?<!不)(可以|可[由出开予]|应由|应当由|应当?[出开]具|允许|准予)|保留/;
const PAPER =
  /涉证|证明(事项|清单|目录)|(可以?|能|应当?|依法|需要?|准予|保留).{0,8}(出具|开具)|(出具|开具).{0,6}证明/;
/** A title that begins so is the end of one: the line with the polarity isn't there. */
const CUT_OFF = /^(的|由|和|及|与|或|等|、|出具|开具|所?需).*(清单|目录|名录|事项)/;
/** What a campaign did with papers, without a word on the result. */
const CAMPAIGN = /清理|规范|减证|整治/;
const BARRED_TASK = new RegExp(`负面|禁入|(不[应得再宜]|不作为|禁止|严禁)${GAP}(责任主体|承担|事项|进入)`);
/** 自治组织 and 自治区 are no 自治事项. */
const AUTONOMY = /自治(?!组织|[区州县旗])/;

/** UTF-16 units; a title that says it later is none. */
const LOOKED_AT = 200;

/**
 * What a title, sheet name or category says of the kind of its list; null where it says nothing.
 * @param around the other titles, which tell whose duties 「履职事项」 are
 */
export function titleKind(text: string, around = ''): TitleKind | null {
  const title = normalise(text.slice(0, LOOKED_AT));
  const own = (kind: ListKind | null): TitleKind => ({ kind, about: null });
  const isBarred = BARRED_PAPER.test(title);
  if ((isBarred || PAPER.test(title)) && isByPolice(title)) return { kind: 'reference', about: '公安派出所' };
  if (isBarred) return own(ALLOWED_PAPER.test(title) ? null : 'must-not-certify');
  if (PAPER.test(title)) {
    const isUnclear = CUT_OFF.test(title) || (CAMPAIGN.test(title) && !ALLOWED_PAPER.test(title));
    return own(isUnclear ? null : 'may-certify');
  }
  if (BARRED_TASK.test(title)) return own('negative');
  const duties = dutiesOf(title, normalise(around.slice(0, LOOKED_AT)));
  if (duties !== null && typeof duties === 'object') return { kind: 'reference', about: duties.about };
  if (/协助|协办|配合/.test(title)) return own('assist');
  if (AUTONOMY.test(title) || duties === 'own') return own('autonomy');
  return duties === 'unsaid' ? own(null) : null;
}

/** The kind of list that a title, sheet name or category speaks of; null where it doesn't say, or can't be told. */
export function kindOfTitle(text: string): ListKind | null {
  return titleKind(text)?.kind ?? null;
}

/** Whether a title says of papers that they may and that they must not be issued: 取消和保留的证明事项. */
export function saysBoth(text: string): boolean {
  const title = normalise(text.slice(0, LOOKED_AT));
  return BARRED_PAPER.test(title) && ALLOWED_PAPER.test(title);
}

/** Whether a title speaks of papers with no word on who may or must not: what it means stands elsewhere, or nowhere. */
export function isPlainPaperTitle(text: string): boolean {
  const title = normalise(text.slice(0, LOOKED_AT));
  return PAPER.test(title) && !BARRED_PAPER.test(title) && !ALLOWED_PAPER.test(title);
}

/** The Chinese word for a kind, as lists are called. */
export const KIND_TITLES: Record<ListKind, string> = {
  autonomy: '自治事项清单',
  assist: '协助事项清单',
  negative: '负面事项清单',
  'may-certify': '可出具证明事项清单',
  'must-not-certify': '不应出具证明事项清单',
  reference: '参考清单',
};

const YES = /^(?:是|可|可以|能|应|应当|有|√|✓|y|yes)$/iu;
const NO = /^(?:否|不|不可|不可以|不能|不应|不得|不予|无|×|✗|x|n|no)$/iu;

/** What 是 or 否 says of a row on a list of papers (是否出具); null elsewhere, and for other words. */
export function kindAnswered(answer: string, list: ListKind | null): ListKind | null {
  if (list !== 'may-certify' && list !== 'must-not-certify') return null;
  const said = normalise(answer).trim();
  if (NO.test(said)) return 'must-not-certify';
  return YES.test(said) ? 'may-certify' : null;
}

/** A kind by its code (assist) or by Chinese words (协助). */
export function kindNamed(name: string): ListKind | null {
  const wanted = name.trim();
  return (
    LIST_KINDS.find((kind) => kind === wanted) ??
    (/^(参考|参照)/.test(wanted) ? 'reference' : kindOfTitle(wanted))
  );
}
