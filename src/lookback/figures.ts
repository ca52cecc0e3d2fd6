import type { OverviewLine } from '#inspection/overview.js';
import type { AssessmentPlan } from '#registers/assessment-plan.js';
import type { KindId } from '#registers/kind.js';
import type { AskedField } from '#registers/shared-fields.js';
import type { Tally } from '#registers/tally.js';

/** What a look-back looks at: a region from one day to another, both included. */
export interface LookbackScope {
  /** Code. */
  readonly region: string;
  /** In words. */
  readonly name: string;
  /** YYYY-MM-DD. */
  readonly from: string;
  readonly to: string;
}

/** A number of questions, and of the different persons who put them. */
export interface Asked {
  readonly count: number;
  readonly people: number;
}

/** What the log of questions comes to. */
export interface QuestionFigures extends Asked {
  /** By code of the verdict, most first. */
  readonly byVerdict: readonly (Asked & { readonly verdict: string })[];
  /** YYYY-MM, in order, months without questions included. */
  readonly byMonth: readonly (Asked & { readonly month: string })[];
  /** Rows of lists that were asked about most. */
  readonly items: readonly (Asked & { readonly itemId: string; readonly verdict: string })[];
  /** Texts that weren't answered for sure, most asked first; personal numbers are masked in them. */
  readonly unanswered: readonly (Asked & { readonly text: string })[];
  /** Questions without a region, which belong to no region's look-back. */
  readonly withoutRegion: number;
  readonly useful: number;
  readonly wrong: number;
}

/** What notices asked of communities. */
export interface ScreeningFigures {
  readonly notices: number;
  readonly tasks: number;
  /** Tasks that are on no list, or that a list bars. */
  readonly offList: number;
  readonly byVerdict: ReadonlyMap<string, number>;
  /** By who issued the notice, most tasks off the lists first. */
  readonly issuers: readonly { readonly name: string; readonly tasks: number; readonly offList: number }[];
}

/** What a region's lists hold. */
export interface ListHolding {
  readonly name: string;
  readonly document: string;
  readonly held: number;
  /** Null where the document says no number. */
  readonly declared: number | null;
}

/** What the registers of the time come to. */
export interface RegisterFigures {
  readonly tallies: Readonly<Record<KindId, readonly Tally[]>>;
  /** Meetings by month; times and hours a year of the forms that are on the register. */
  readonly meetingsByMonth: readonly { readonly month: string; readonly count: number }[];
  readonly formTimes: number;
  readonly formHours: number;
  readonly shared: readonly AskedField[];
  /** One for each year of the time. */
  readonly plans: readonly AssessmentPlan[];
  readonly covenants: {
    readonly all: number;
    readonly filed: number;
    readonly reviewed: number;
    readonly problems: number;
    readonly mended: number;
  };
}

/** 社区工作准入, from the room that keeps applications. */
export interface AdmissionFigures {
  readonly received: number;
  readonly admitted: number;
  readonly rejected: number;
  readonly open: number;
  /** Money and staff that were promised, and have not come. */
  readonly unpaid: number;
  readonly departments: readonly {
    readonly name: string;
    readonly received: number;
    readonly admitted: number;
  }[];
}

/** 三事分流, from the room that keeps cases. */
export interface CaseFigures {
  readonly received: number;
  readonly closed: number;
  readonly overdue: number;
  /** By class: 大事, 小事, 私事. */
  readonly byClass: readonly { readonly name: string; readonly count: number }[];
}

/** Everything a look-back rests on: the records and the lists, nothing else. */
export interface LookbackFigures {
  readonly scope: LookbackScope;
  readonly lists: readonly ListHolding[];
  readonly questions: QuestionFigures;
  /** The same of as many days before; null where nothing was recorded then. */
  readonly before: { readonly questions: Asked; readonly seals: number; readonly meetings: number } | null;
  readonly screenings: ScreeningFigures;
  readonly registers: RegisterFigures;
  readonly inspections: readonly { readonly title: string; readonly line: OverviewLine }[];
  /** Null where no such records are kept. */
  readonly admissions: AdmissionFigures | null;
  readonly cases: CaseFigures | null;
}
