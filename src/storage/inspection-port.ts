import type { Actor } from '#access/roles.js';
import type { Campaign, CampaignEvent } from '#inspection/campaign.js';
import type { Finding, FindingEvent } from '#inspection/finding.js';
import type { Inspection } from '#inspection/overview.js';
import type { Sheet, SheetEvent } from '#inspection/sheet.js';
import type { RegisterAct } from './register-port.js';

/** What a visit to one community found. Photos by the hashes that `keepPhoto` gave. */
export interface Visit {
  region: string;
  place: string;
  /** YYYY-MM-DD. */
  day: string;
  by: string;
  announced: boolean;
  findings: readonly Pick<Finding, 'text' | 'question' | 'photos' | 'due'>[];
}

/**
 * Campaigns of inspection. Every row read or written is held against the rights of the actor, a sheet or finding at its
 * community; every change is a row of the audit log in the same transaction.
 */
export interface Inspections {
  /** Begins a campaign with a sheet for each community. @throws QD-FORBIDDEN, QD-INPUT */
  begin(
    actor: Actor,
    draft: Pick<Campaign, 'title' | 'region' | 'begun' | 'selfCheckBy'>,
    sheets: readonly Omit<Sheet, 'campaign'>[],
    act: RegisterAct,
  ): Promise<Campaign>;
  /** What the actor may see of it. @throws QD-ID, QD-FORBIDDEN where that is nothing */
  read(actor: Actor, id: string): Promise<Inspection>;
  /**
   * Campaigns of a region and all within it, and those from above that ask a community of the region; newest first, at
   * most `limit`. @throws QD-FORBIDDEN
   */
  list(actor: Actor, region: string, limit: number): Promise<Campaign[]>;
  /** @throws QD-ID, QD-FORBIDDEN, QD-STATE, QD-INPUT; so do the following */
  change(actor: Actor, id: string, event: CampaignEvent, act: RegisterAct): Promise<Campaign>;
  changeSheet(actor: Actor, id: string, region: string, event: SheetEvent, act: RegisterAct): Promise<Sheet>;
  visit(actor: Actor, id: string, visit: Visit, act: RegisterAct): Promise<Finding[]>;
  changeFinding(actor: Actor, id: string, event: FindingEvent, act: RegisterAct): Promise<Finding>;
  /** Keeps a photo for a community and gives its hash. @throws QD-FILE-SIZE, QD-FILE-TYPE, QD-FORBIDDEN */
  keepPhoto(
    actor: Actor,
    id: string,
    region: string,
    file: { name: string; bytes: Uint8Array },
  ): Promise<string>;
  photo(actor: Actor, hash: string): Promise<{ media: string; bytes: Uint8Array }>;
}
