import type { KnowledgeBase } from '#catalogue/knowledge-base.js';
import type { Language } from '#language/index.js';
import type { Formalities, Ruler } from '#ruling/index.js';
import type { Correction } from './corrections.js';

export interface ScreenerParts {
  kb: KnowledgeBase;
  ruler: Pick<Ruler, 'ruleOn' | 'situationFor' | 'findFor' | 'weights' | 'explain'>;
  language: Language;
  formalities: Formalities;
  /** YYYY-MM-DD; the day whose rules hold where none is asked for. */
  today: string;
}

export interface ScreenOptions {
  /** Where the text came from, for the report. */
  source: string;
  /** Full or short name. Default: the one region that title and signature name, else the whole country. */
  region?: string | undefined;
  /** YYYY-MM-DD. Default: today. */
  date?: string | undefined;
  /** What a person says of its tasks. Default: nothing. */
  corrections?: readonly Correction[] | undefined;
}
