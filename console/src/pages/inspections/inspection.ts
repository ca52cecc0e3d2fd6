import type { Campaign } from '#inspection/campaign.js';
import type { Finding, FindingState } from '#inspection/finding.js';
import type { OverviewLine } from '#inspection/overview.js';
import type { Sheet, SheetState } from '#inspection/sheet.js';

/** A question of the self-check sheets. */
export interface Question {
  id: string;
  /** Name of its chapter. */
  chapter: string;
  ask: string;
}

export type { Campaign, Finding, OverviewLine, Sheet };

/** A campaign with where each community stands. */
export interface InspectionSeen {
  campaign: Campaign;
  sheets: readonly Sheet[];
  findings: readonly Finding[];
  overall: OverviewLine;
  communities: readonly OverviewLine[];
  questions: readonly Question[];
}

export const PATH = '/api/v1/inspections';
export const CAMPAIGN_WORDS = {
  'self-check': '自查',
  'on-site': '明察暗访和整改',
  closed: '已办结',
} as const satisfies Record<Campaign['state'], string>;
export const FINDING_WORDS = {
  open: '整改中',
  rectified: '待复查',
  closed: '已销号',
} as const satisfies Record<FindingState, string>;
export const SHEET_WORDS = {
  open: '未交',
  submitted: '已交',
} as const satisfies Record<SheetState, string>;
