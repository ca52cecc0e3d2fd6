import { z } from 'zod';
import { WORD_CLASSES } from './tokens/token.js';

/** Work of the form rather than of the matter, which the provisions on 减负 speak of. */
export const DEMAND_KINDS = ['assessment', 'plaque', 'trace', 'meeting', 'ledger', 'seal'] as const;
export type DemandKind = (typeof DEMAND_KINDS)[number];

const words = z.array(z.string().trim().min(1));
const demandSchema = z.strictObject({
  kind: z.enum(DEMAND_KINDS),
  words,
  /** Verbs that with one of `papers` at the end of the phrase make the demand: 报送…情况. */
  reporting: words.default([]),
  papers: words.default([]),
  /** Words that mean a special sort of it. */
  special: z.array(z.strictObject({ name: z.string(), words })).default([]),
});

const noticeSchema = z.strictObject({
  actors: z.strictObject({
    committee: words,
    committeeTail: words,
    none: words,
    others: words,
    otherEndings: words,
    residents: words,
    everyone: words,
  }),
  actorPrefixes: words,
  modals: words,
  assisting: words,
  lightVerbs: words,
  /** What is forbidden or ended, wherever in a clause it stands. */
  bans: words,
  demands: z.array(demandSchema),
  notDemands: words,
  ownMeetings: words,
  certifying: words,
});

const cueSchema = z.strictObject(
  Object.fromEntries(WORD_CLASSES.map((name) => [name, words])) as Record<
    (typeof WORD_CLASSES)[number],
    typeof words
  >,
);

const fileSchema = z.strictObject({
  /** Words that do the same in a question and in a notice. */
  shared: z.strictObject({
    committee: words,
    others: words,
    responsible: words,
    assisting: words,
    modals: words,
  }),
  /** Words that shape a question without naming its matter. */
  cues: cueSchema,
  /** Words that tell of what kind a committee is. */
  settlements: z.strictObject({ urban: words, village: words }),
  /** Words by which a notice is taken apart. */
  notices: noticeSchema,
});

/** Words by which a text is read; general language, no word decides a verdict. */
export const lexiconSchema = fileSchema.transform(({ shared, cues, settlements, notices }) => ({
  settlements,
  cues: {
    ...cues,
    committee: [...shared.committee, ...cues.committee],
    superior: [...shared.others, ...cues.superior],
    responsible: [...shared.responsible, ...cues.responsible],
    assisting: [...shared.assisting, ...cues.assisting],
    modal: [...shared.modals, ...cues.modal],
  },
  notices: {
    ...notices,
    actors: {
      ...notices.actors,
      committee: [...shared.committee, ...notices.actors.committee],
      others: [...shared.others, ...notices.actors.others],
    },
    assisting: [...shared.assisting, ...notices.assisting],
    modals: [...shared.modals, ...notices.modals],
  },
}));

export type Lexicon = z.infer<typeof lexiconSchema>;
export type NoticeLexicon = z.infer<typeof noticeSchema>;
export type Demand = z.infer<typeof demandSchema>;
