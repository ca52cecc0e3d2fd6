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
    things: words,
  }),
  actorPrefixes: words,
  modals: words,
  adverbs: words,
  connectives: words,
  responsible: words,
  assisting: words,
  roles: words,
  causatives: words,
  moving: words,
  guiding: words,
  verbs: words,
  lightVerbs: words,
  actionNouns: words,
  actionTails: words,
  genericObjects: words,
  wholeTasks: words,
  plainWords: words,
  officialActs: words,
  enforcingActs: words,
  collectingActs: words,
  publicityActs: words,
  exhortations: words,
  goals: words,
  prohibitions: words,
  /** What is forbidden or ended, wherever in a clause it stands. */
  bans: words,
  backgrounds: words,
  pasts: words,
  idleHeadings: words,
  labels: words,
  demands: z.array(demandSchema),
  notDemands: words,
  ownMeetings: words,
  certifying: words,
  keyTopics: words,
});

const cueSchema = z.strictObject(
  Object.fromEntries(WORD_CLASSES.map((name) => [name, words])) as Record<
    (typeof WORD_CLASSES)[number],
    typeof words
  >,
);

/** Words by which a text is read; general language, no word decides a verdict. */
export const lexiconSchema = z.strictObject({
  /** Words that shape a question without naming its matter. */
  cues: cueSchema,
  /** Words that tell of what kind a committee is. */
  settlements: z.strictObject({ urban: words, village: words }),
  /** Words by which a notice is taken apart. */
  notices: noticeSchema,
});

export type Lexicon = z.infer<typeof lexiconSchema>;
export type NoticeLexicon = z.infer<typeof noticeSchema>;
export type Demand = z.infer<typeof demandSchema>;
