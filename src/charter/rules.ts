import { z } from 'zod';

const words = z.array(z.string().trim().min(1)).min(1);
const ids = z.array(z.string()).min(1);

/** An article of a law, in our own words. */
const article = z.strictObject({
  /** Without 《》. */
  title: z.string(),
  /** Which version was read. */
  edition: z.string(),
  locator: z.string(),
  /** YYYY-MM-DD: in force from. */
  from: z.string().regex(/^\d{4}-\d{2}-\d{2}$/u),
  /** The one kind of committee that it speaks of. Default: both. */
  committee: z.enum(['village', 'urban']).optional(),
  says: z.string(),
});
export type Article = z.infer<typeof article>;

/** `against`: the law forbids it; `check`: it depends on how it is meant, a person has to look. */
export const GRADES = ['against', 'check'] as const;
export type Grade = (typeof GRADES)[number];

const rule = z.strictObject({
  id: z.string(),
  name: z.string(),
  grade: z.enum(GRADES),
  /** One of them stands in the sentence; 罚…元: two parts at most twelve characters apart. */
  words,
  /** And one of these. */
  with: words.optional(),
  /** None of these. */
  unless: words.optional(),
  /** Whether a negation in front makes it harmless. Default: yes. */
  negated: z.boolean().optional(),
  /** Ids of articles; `committee` is the article on charters of the committee's own law. */
  bases: ids,
  advice: z.string(),
});
export type CharterRule = z.infer<typeof rule>;

const step = z.strictObject({
  id: z.string(),
  name: z.string(),
  words,
  bases: z.strictObject({ village: ids, urban: ids }),
  advice: z.string(),
});
export type ProcedureStep = z.infer<typeof step>;

/** What a charter usually holds and how it is made, by one document. */
const guidance = article.omit({ committee: true }).extend({
  content: words,
  /** What a charter speaks against. */
  resist: words,
  /** In their order. */
  steps: words,
});

/** The article on charters of either law. */
export const OWN_LAW = { village: 'cwh-31-2', urban: 'jwh-31-2' } as const;

/** knowledge/charter.yaml: clauses of charters against law. */
export const charterRulesSchema = z
  .strictObject({
    laws: z.record(z.string(), article),
    negations: words,
    authorities: words,
    lawfully: words,
    rules: z.array(rule),
    procedure: z.array(step),
    guidance,
  })
  .superRefine(({ laws, rules, procedure }, context) => {
    const named = [
      ...rules.flatMap(({ bases }) => bases),
      ...procedure.flatMap(({ bases }) => [...bases.village, ...bases.urban]),
      ...Object.values(OWN_LAW),
    ];
    for (const id of named) {
      if (id !== 'committee' && !Object.hasOwn(laws, id))
        context.addIssue({ code: 'custom', message: `laws 里没有「${id}」` });
    }
  });
export type CharterRules = z.infer<typeof charterRulesSchema>;
