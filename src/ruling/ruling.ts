import type { Catalogue, CatalogueItem, CatalogueProvision } from '#catalogue/catalogue.js';
import type { KnowledgeBase } from '#catalogue/knowledge-base.js';
import type { Instead, Triage } from '#catalogue/matters/schema.js';
import type { Region } from '#catalogue/regions.js';
import type { ItemRow, ProvisionRow, Row } from '#catalogue/rows.js';
import type { ListKind } from '#catalogue/schema.js';
import type { Frame } from '#language/index.js';
import type { Case } from './case.js';
import type { Gap } from './gaps.js';
import type { Hit } from './hit.js';
import type { RowsInForce } from './precedence.js';
import type { Scope } from './scope.js';
import type { Band, Role, Verdict } from './verdict.js';

/** For whom, where and when a case is judged. */
export interface Situation {
  kb: KnowledgeBase;
  scope: Scope;
  catalogue: Catalogue;
  inForce: RowsInForce;
  role: Role;
}

/** Where a paper is had that the committee doesn't issue. */
export interface Directed extends Instead {
  /** Id of the matter that says so. */
  matter: string;
}

/** A row of a list in force decides. */
export interface Listed {
  is: 'listed';
  row: CatalogueItem;
  agreeing: readonly CatalogueItem[];
  opposing: readonly CatalogueItem[];
  /** What lists that decide nothing here say otherwise. */
  elsewhere: readonly ItemRow[];
  /** The law's rule on who brings money and means; only with assistance. */
  means: Row | undefined;
  /** Where the route comes from, when it isn't the row's own source. */
  routeRow: Row | undefined;
  /** Of a paper that isn't to be issued here, where the row itself doesn't say where it is had. */
  instead: Directed | undefined;
  /** Nearer lists that could say otherwise and aren't known whole. */
  gaps: readonly Gap[];
}

/** On no list in force: the default rule of the nearest region. */
export interface Unlisted {
  is: 'unlisted';
  /** Asked about as a paper, not as a task. */
  paper: boolean;
  /** Name of the matter; null where none was recognised. */
  name: string | null;
  rule: CatalogueProvision | undefined;
  /** The same rule of a farther level. */
  further: CatalogueProvision | undefined;
  elsewhere: readonly ItemRow[];
  /** What comes nearest, when no matter was recognised; else what is on a list and may cover it. */
  near: readonly Hit[];
  /** Of a demand: who sees to it. */
  triaged: Triaged | undefined;
  /** Of a paper: where it is had. */
  instead: Directed | undefined;
  gaps: readonly Gap[];
}

/** A rule or a fact. */
export interface Fact {
  is: 'fact';
  row: Row;
  /** Rules that come near as well. */
  also: readonly Hit[];
  /** The same row where it is in force here. */
  here: CatalogueItem | CatalogueProvision | undefined;
  /** Its region is none of the levels asked about. */
  outside: boolean;
}

/** The rows of lists that were asked for. */
export interface Browsed {
  is: 'browsed';
  kinds: readonly ListKind[];
  items: readonly CatalogueItem[];
  gaps: readonly Gap[];
  /** What the documents of incomplete lists say of themselves. */
  standIns: readonly ProvisionRow[];
}

/** It may be one of several matters. */
export interface Choosing {
  is: 'choosing';
  hits: readonly Hit[];
}

/** A place name that several regions share. */
export interface WhichRegion {
  is: 'which-region';
  regions: readonly Region[];
}

/** Several matters that come to the same verdict; which of them is meant makes no difference to it. */
export interface Together {
  is: 'together';
  hits: readonly Hit[];
  /** The rows that decide, one for each, with where a paper is had that the row itself gives no route for. */
  decided: readonly { row: CatalogueItem; instead: Directed | undefined }[];
}

/** What a resident wants done: 三事分流 says who sees to it. */
export interface Triaged {
  is: 'triage';
  name: string;
  /** Id of the matter. */
  matter: string;
  triage: Triage;
}

/** Nothing that the lists speak of. */
export interface OutOfScope {
  is: 'out-of-scope';
}

export type Finding =
  | Listed
  | Unlisted
  | Fact
  | Browsed
  | Choosing
  | WhichRegion
  | Together
  | Triaged
  | OutOfScope;

/** What the lists say of one case. */
export interface Ruling {
  case: Case;
  verdict: Verdict;
  band: Band;
  /** The hit that the ruling speaks of, undefined where nothing comes near. */
  lead: Hit | undefined;
  /** The clause that asks. */
  frame: Frame;
  finding: Finding;
  /** Rows it rests on, the deciding one first. */
  rows: readonly Row[];
  /** Region of the row that decided. */
  level: string | null;
  /** Everything that comes near, best first; vetoed ones included. */
  hits: readonly Hit[];
}
