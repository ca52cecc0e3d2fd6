import { z } from 'zod';
import { readYaml, type TextFile } from '../catalogue/yaml.js';

/** Work of the form rather than of the matter, which the provisions on 减负 speak of. */
export const DEMAND_KINDS = ['assessment', 'plaque', 'trace', 'meeting', 'ledger', 'seal'] as const;
export type DemandKind = (typeof DEMAND_KINDS)[number];

const words = z.array(z.string().trim().min(1));
const rows = z.array(z.string());
const demandSchema = z.strictObject({
  kind: z.enum(DEMAND_KINDS),
  /** As the reports call it. */
  name: z.string(),
  words,
  /** Verbs that with one of `papers` at the end of the phrase make the demand: 报送…情况. */
  reporting: words.default([]),
  papers: words.default([]),
  /** Ids of the items and provisions that speak of it, the most telling first. */
  rows,
  /** Words with rows of their own. */
  special: z.array(z.strictObject({ words, rows })).default([]),
});

const schema = z.strictObject({
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
  backgrounds: words,
  pasts: words,
  idleHeadings: words,
  labels: words,
  demands: z.array(demandSchema),
  /** Ids of rows on money and means. */
  means: rows,
  notDemands: words,
  ownMeetings: words,
  certifying: words,
  keyTopics: words,
});

/** The words of knowledge/lexicon/screening.yaml. */
export type ScreeningLexicon = z.infer<typeof schema>;
export type Demand = z.infer<typeof demandSchema>;

/** Reads the lexicon from its file. @throws QingdanError QD-YAML, QD-SCHEMA */
export function parseScreeningLexicon(file: TextFile): ScreeningLexicon {
  return readYaml(file, schema);
}
