/**
 * The shape of the matters library (事项库): what one YAML file under `knowledge/matters/` may say. A matter is what a
 * question or a row is about, whatever the document; the rows of all documents about it point to it.
 */
import { z } from 'zod';
import { EVIDENCE, edition, partialDate, text } from '../schema.js';

/**
 * paper: something people are asked to bring; duty: what a committee does or may not be made to do; demand: what a
 * resident wants done; rule: how things are done, by whom, how many.
 */
export const MATTER_SORTS = ['paper', 'duty', 'demand', 'rule'] as const;

/** 三事分流: 大事 that government does, 小事 that are talked over together, 私事 that people are helped to do themselves. */
export const TRIAGE_CLASSES = ['government', 'consult', 'self'] as const;

/** What an id starts with, by sort; a matter of a negative list is a duty whose id says so. */
const PREFIXES: Readonly<Record<MatterSort, readonly string[]>> = {
  paper: ['paper'],
  duty: ['duty', 'neg'],
  demand: ['demand'],
  rule: ['rule'],
};

/** A readable English slug behind its sort: `paper-no-crime-record`, `neg-demolition`. */
export const matterId = z
  .string()
  .regex(
    /^(paper|duty|neg|demand|rule)(-[a-z0-9]+)+$/,
    '事项编号应由类别（paper、duty、neg、demand、rule）和英文词组成',
  );

const unlikeSchema = z.strictObject({
  /** The other matter. */
  matter: matterId,
  /** The word that tells the other one from this one. */
  differs: text,
});

const articleSchema = z.strictObject({
  /** Full title without 《》. */
  law: text,
  article: text,
  /** Version read, as the date it was passed or amended. */
  version: partialDate.optional(),
});

/** The article that held before the one cited took effect. */
export type EarlierArticle = z.infer<typeof articleSchema>;

const basisSchema = articleSchema.extend({
  /** 文号, for what has no version of its own. */
  number: text.optional(),
  /** Which of several versions was read, where that is to be shown. */
  edition: edition.optional(),
  /** First day on which the article holds, where that is recent enough to matter. */
  from: partialDate.optional(),
  /** The article that held before `from`. */
  earlier: articleSchema.optional(),
  /** Full name of a region, where the law is its own and not the country's. */
  region: text.optional(),
  /** Left out where the article was read. */
  evidence: z.enum(EVIDENCE).optional(),
  /** What the article says, in the project's own words. */
  says: text,
});

/** How a demand is sorted by 三事分流 and who sees to it. */
export const triageSchema = z.strictObject({
  class: z.enum(TRIAGE_CLASSES),
  /** Why it is of this class, in one sentence. */
  why: text,
  /** Who has to see to it. */
  responsible: text,
  /** What the committee may do (劝阻, 调解, 反映, 协助) and what it may not. */
  committee: text,
  basis: z.array(basisSchema).min(1),
  /** Where the resident turns, with the number to call where there is one. */
  turnTo: text,
});

/**
 * Where a paper is had, or what stands in for it, where the committee doesn't issue it. It holds in the whole country; a
 * row's own route goes before it.
 */
const insteadSchema = z.strictObject({
  /** 去哪办. */
  route: text,
  /** Who has to see to it. */
  department: text.optional(),
  basis: z.array(basisSchema).min(1),
});

export const matterSchema = z
  .strictObject({
    id: matterId,
    /** Chinese, as people and lists call it. */
    name: text,
    sort: z.enum(MATTER_SORTS),
    /** What it is, in one sentence; whether it is the committee's is for the rows to say. */
    is: text,
    /** What it is easily taken for. */
    unlike: z.array(unlikeSchema).default([]),
    /**
     * The wider matter whose name covers this one: its rows decide where no list in force names this one; where it is a
     * rule, that is told.
     */
    within: matterId.optional(),
    /**
     * Broader headings that offices' lists commonly put it under, the most fitting first: the office's own row on one of
     * them decides where none of its own is about this. No row of another list is ever taken from these.
     */
    under: z.array(matterId).default([]),
    /** What a committee or an office may do to people: questions of power are answered from these. */
    power: z.literal(true).optional(),
    /** On demands, and only there. */
    triage: triageSchema.optional(),
    /** On papers, and only there. */
    instead: insteadSchema.optional(),
  })
  .superRefine(({ id, sort, triage, instead }, context) => {
    const report = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message });
    if (!PREFIXES[sort].includes(id.slice(0, id.indexOf('-')))) {
      report('id', `类别是 ${sort} 的事项，编号应以 ${PREFIXES[sort].join('- 或 ')}- 开头`);
    }
    if (sort === 'demand' && triage === undefined) report('triage', '诉求要写明三事分流');
    if (sort !== 'demand' && triage !== undefined) report('triage', '只有诉求才写三事分流');
    if (sort !== 'paper' && instead !== undefined) report('instead', '只有证明才写不由社区出具时去哪办');
  });

export const mattersFileSchema = z.strictObject({ matters: z.array(matterSchema).min(1) });

export type MatterSort = (typeof MATTER_SORTS)[number];
export type TriageClass = (typeof TRIAGE_CLASSES)[number];
export type Matter = z.infer<typeof matterSchema>;
export type Triage = z.infer<typeof triageSchema>;
export type Basis = z.infer<typeof basisSchema>;
export type Instead = z.infer<typeof insteadSchema>;
