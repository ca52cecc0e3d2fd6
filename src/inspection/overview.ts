import type { Campaign } from './campaign.js';
import { type Finding, isOverdue } from './finding.js';
import type { Sheet } from './sheet.js';

/** Everything of a campaign that somebody may see. */
export interface Inspection {
  readonly campaign: Campaign;
  readonly sheets: readonly Sheet[];
  readonly findings: readonly Finding[];
}

/** Where one community, or one region with all its communities, stands. */
export interface OverviewLine {
  readonly region: string;
  readonly place: string;
  readonly sheets: number;
  readonly submitted: number;
  readonly findings: number;
  readonly open: number;
  readonly overdue: number;
  readonly rectified: number;
  readonly closed: number;
}

/** A line for each community, in the order of their codes. */
export function byCommunity({ sheets, findings }: Inspection, today: string): OverviewLine[] {
  const names = new Map<string, string>();
  for (const { region, place } of [...findings, ...sheets]) {
    if (place !== '' || !names.has(region)) names.set(region, place);
  }
  return [...names]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([region, place]) =>
      lineOf(
        region,
        place,
        sheets.filter((sheet) => sheet.region === region),
        findings.filter((finding) => finding.region === region),
        today,
      ),
    );
}

/** A line for each group of communities whose codes begin with the same digits: 6 for counties, 9 for townships. */
export function byDigits({ sheets, findings }: Inspection, digits: 6 | 9, today: string): OverviewLine[] {
  const groups = new Set([...sheets, ...findings].map(({ region }) => region.slice(0, digits)));
  return [...groups].sort().map((group) =>
    lineOf(
      group,
      '',
      sheets.filter(({ region }) => region.startsWith(group)),
      findings.filter(({ region }) => region.startsWith(group)),
      today,
    ),
  );
}

/** The whole campaign in one line. */
export function overall({ campaign, sheets, findings }: Inspection, today: string): OverviewLine {
  return lineOf(campaign.region, '', sheets, findings, today);
}

function lineOf(
  region: string,
  place: string,
  sheets: readonly Sheet[],
  findings: readonly Finding[],
  today: string,
): OverviewLine {
  const inState = (state: Finding['state']) => findings.filter((finding) => finding.state === state).length;
  return {
    region,
    place,
    sheets: sheets.length,
    submitted: sheets.filter(({ state }) => state === 'submitted').length,
    findings: findings.length,
    open: inState('open'),
    overdue: findings.filter((finding) => isOverdue(finding, today)).length,
    rectified: inState('rectified'),
    closed: inState('closed'),
  };
}
