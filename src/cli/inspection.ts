import type { Command } from 'commander';
import { registerInspectionCampaigns } from './inspection-campaign.js';
import { registerInspectionFindings } from './inspection-findings.js';
import { registerInspectionSheets } from './inspection-sheets.js';

/** `qingdan inspection …`: 专项督察, from the self-check to its end. */
export function registerInspection(program: Command): void {
  const inspection = program.command('inspection').description('专项督察：自查、明察暗访、整改、复查、办结');
  registerInspectionCampaigns(inspection);
  registerInspectionSheets(inspection);
  registerInspectionFindings(inspection);
}
