/**
 * The shape of the knowledge base: what one YAML file under `knowledge/documents/` may say.
 * Everything is a fact from a source; a field that no source gives stays out.
 */
import { z } from 'zod';

/** Full text read / only part of it seen / only a report quoting it seen. */
export const EVIDENCE = ['primary', 'partial', 'secondary'] as const;
/** The two kinds of committee: of a town's residents and of a village. */
export const COMMITTEES = ['urban', 'village'] as const;
export const STATUS = ['in-force', 'superseded', 'repealed', 'unknown'] as const;
/**
 * The five kinds of list that carry a verdict, and `reference`: rows that speak of somebody else's duties or of a
 * procedure (what a police station certifies, the steps of an admission), which never give a verdict on the committee.
 */
export const LIST_KINDS = [
  'autonomy',
  'assist',
  'negative',
  'may-certify',
  'must-not-certify',
  'reference',
] as const;

/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, as exact as the source is. */
export const partialDate = z
  .string()
  .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, '日期应写成 YYYY、YYYY-MM 或 YYYY-MM-DD');
export const text = z.string().trim().min(1);
export const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, '编号应由小写字母、数字和连字符组成');
/**
 * Which of several versions of a text was read, as it is cited: 2025年修正, 2020年第二次修订; 2015年文本 where the source
 * shows the date of the text but not what was done on it.
 */
export const edition = z
  .string()
  .regex(/^\d{4}年(第[一二三四五六七八九]次)?(修正|修订|通过|公布|文本)$/, '版本应写成 2025年修正 这样');
/** `borne`: the text itself bears the title. `ours`: a name of our own for it, which never stands in 《》. */
const titleIs = z.enum(['borne', 'ours']);
const url = z.string().regex(/^https?:\/\/\S+$/, '应是 http(s) 网址');

/** Where a row really comes from when its document is a compilation of several texts. */
const lawSchema = z.strictObject({
  /** Full title without 《》 and without additions, e.g. 中华人民共和国禁毒法. */
  title: text,
  /** `borne` when left out. */
  titleIs: titleIs.optional(),
  /** Version seen, as the date it was passed, amended or published: its rows count from it unless they say otherwise. */
  version: partialDate.optional(),
  /** Shown in citations; left out where the text has had one version only. */
  edition: edition.optional(),
  number: text.optional(),
});

const exceptionSchema = z.strictObject({
  /** When the exception holds, in plain words. */
  when: text,
  /** The verdict under the exception. */
  verdict: z.enum(['autonomy', 'assist', 'negative', 'may-certify', 'must-not-certify']),
  locator: text,
  evidence: z.enum(EVIDENCE),
  source: text.optional(),
});

/** Fields that a row (item or provision) may set where it differs from its document. */
const overrides = {
  law: lawSchema.optional(),
  evidence: z.enum(EVIDENCE).optional(),
  status: z.enum(STATUS).optional(),
  region: text.optional(),
  effectiveFrom: partialDate.optional(),
  /** First day on which it no longer holds. */
  effectiveTo: partialDate.optional(),
  /** The one kind of committee that it speaks of (居委会 or 村委会); left out where it speaks of both. */
  committee: z.enum(COMMITTEES).optional(),
  /** Where no source shows a day from which it counts: why, as a gap. It then counts from ever. */
  dateUnknown: text.optional(),
  /** `none` where the page it was read on is no site that a reader can trust: then not even the document's address counts. */
  url: z.union([url, z.literal('none')]).optional(),
};

export const itemSchema = z.strictObject({
  /** `<list id>-<no>`. */
  id,
  no: z.number().int().positive(),
  name: text,
  /** Where the row's own words say otherwise than its list: a row of duties that says 协助. */
  kind: z.enum(LIST_KINDS).optional(),
  /** Canonical name of the matter; the same matter on several lists carries the same subject. */
  subject: text,
  /** Matter of the library that the row is about; every shipped row has one, an office's imported row may not. */
  matter: id.optional(),
  /**
   * On an office's imported row: what it is likely about beside its matter, best first, with the probability that the
   * import gave it. Nobody has confirmed it; an answer leans on it where no other row of the office is about that.
   */
  likely: z.array(z.strictObject({ matter: id, confidence: z.number().min(0).max(1) })).optional(),
  /** 条/款/项 or 附件第N项 as the cited text has it, 报道所列第N项 of a report; left out where no source shows it. */
  locator: text.optional(),
  /** What it means, in the project's own words. */
  summary: text,
  /** How real people ask for it. */
  aliases: z.array(text).default([]),
  /**
   * On a negative list: `responsible` where only being the responsible party (责任主体) is barred and helping is not;
   * left out where the matter as such is barred.
   */
  capacity: z.enum(['responsible']).optional(),
  /** On assistance: the article lays it on the committee itself, so that it isn't said to be the government's alone. */
  binds: z.boolean().optional(),
  /** Who is responsible, where a source says so. */
  department: text.optional(),
  /** 去哪办: where the asker goes instead, where a source says so. */
  route: text.optional(),
  /** Item or provision of the knowledge base that the route comes from, when it isn't this row's own source. */
  routeSource: text.optional(),
  exceptions: z.array(exceptionSchema).default([]),
  basis: text.optional(),
  /** What is not known of the row, shown to readers. */
  gap: text.optional(),
  ...overrides,
});

export const listSchema = z.strictObject({
  id,
  name: text,
  kind: z.enum(LIST_KINDS),
  /** Whose duties a `reference` list speaks of. */
  about: text.optional(),
  /** How many rows the document says the list has, also when they are not known. */
  declaredCount: z.number().int().nonnegative().optional(),
  locator: text.optional(),
  region: text.optional(),
  committee: z.enum(COMMITTEES).optional(),
  gap: text.optional(),
  items: z.array(itemSchema).default([]),
});

export const provisionSchema = z.strictObject({
  /** `<document id>-p<n>`, n in the order of the document. */
  id,
  /** A short heading: what the provision is about. */
  topic: text,
  /** Matter of the library that the provision is about, as on an item. */
  matter: id.optional(),
  /** As an item's. */
  locator: text.optional(),
  summary: text,
  /** Questions it answers, as real people put them. */
  aliases: z.array(text).default([]),
  /** The default rule for whatever is on no list; the laws' own says as well who gives means and money. */
  appliesTo: z.enum(['unlisted-task', 'unlisted-certificate']).optional(),
  gap: text.optional(),
  ...overrides,
});

export const documentSchema = z.strictObject({
  id,
  /** Without 《》 and without additions: the version goes to `edition`. */
  title: text,
  /** `borne` when left out, as an office's own list is; reports and compilations have to say it. */
  titleIs: titleIs.optional(),
  issuer: text.optional(),
  /** 文号. */
  number: text.optional(),
  type: z.enum(['law', 'regulation', 'opinion', 'notice', 'letter', 'report', 'compilation']),
  issuedOn: partialDate.optional(),
  edition: edition.optional(),
  effectiveFrom: partialDate.optional(),
  /** First day on which it no longer holds. */
  effectiveTo: partialDate.optional(),
  /** Where no source shows when it was issued: why, as a gap, for all rows without a day of their own. */
  dateUnknown: text.optional(),
  replacedBy: id.optional(),
  status: z.enum(STATUS),
  committee: z.enum(COMMITTEES).optional(),
  /** Full name as in regions.yaml (全国, 重庆市, 重庆市南岸区…), or 未知 where the source doesn't show it. */
  region: text,
  evidence: z.enum(EVIDENCE),
  /** Web addresses, or words for a source that has none. */
  sources: z.array(text).min(1),
  /** What was and wasn't seen, in the project's own words. */
  note: text.optional(),
  /** Its own words, where an office has attached them: citations quote the clause at their locator. */
  fullText: text.optional(),
  provisions: z.array(provisionSchema).default([]),
  lists: z.array(listSchema).default([]),
});

export type Evidence = (typeof EVIDENCE)[number];
export type CommitteeKind = (typeof COMMITTEES)[number];
export type Status = (typeof STATUS)[number];
export type ListKind = (typeof LIST_KINDS)[number];
export type Law = z.infer<typeof lawSchema>;
export type Exception = z.infer<typeof exceptionSchema>;
export type Item = z.infer<typeof itemSchema>;
export type List = z.infer<typeof listSchema>;
export type Provision = z.infer<typeof provisionSchema>;
export type Document = z.infer<typeof documentSchema>;
