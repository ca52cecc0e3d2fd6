import type { Campaign } from '#inspection/campaign.js';
import type { Finding } from '#inspection/finding.js';
import type { Sheet } from '#inspection/sheet.js';
import { masked } from '#text/masked.js';

/** What is kept of each: personal numbers masked in what people wrote, and nowhere else, since codes and hashes are numbers too. */
export function keptCampaign(campaign: Campaign): Campaign {
  return { ...campaign, title: masked(campaign.title), closed: masked(campaign.closed) };
}

export function keptSheet(sheet: Sheet): Sheet {
  return {
    ...sheet,
    place: masked(sheet.place),
    answers: masked(sheet.answers),
    returned: masked(sheet.returned),
  };
}

export function keptFinding(finding: Finding): Finding {
  const { rectified, rechecks } = finding;
  return {
    ...finding,
    place: masked(finding.place),
    text: masked(finding.text),
    rectified: rectified === null ? null : { ...rectified, text: masked(rectified.text) },
    rechecks: rechecks.map((recheck) => ({ ...recheck, note: masked(recheck.note) })),
  };
}
