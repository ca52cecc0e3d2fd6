import { QingdanError } from '#errors.js';

/** 专项督察: communities examine themselves, then they are visited, until everything found is put right. */
export interface Campaign {
  readonly id: string;
  /** As it is printed: 督察〔2026〕1号. */
  readonly number: string;
  readonly title: string;
  /** Code of the region that is inspected. */
  readonly region: string;
  readonly state: CampaignState;
  /** YYYY-MM-DD: begun; last day for the self-check sheets. */
  readonly begun: string;
  readonly selfCheckBy: string;
  /** Null as long as it goes on. */
  readonly closed: { readonly day: string; readonly by: string; readonly note: string } | null;
}

/** 自查 → 明察暗访 → 办结. */
export const CAMPAIGN_STATES = ['self-check', 'on-site', 'closed'] as const;
export type CampaignState = (typeof CAMPAIGN_STATES)[number];

export type CampaignEvent =
  /** Visits begin; sheets that are late may still come in. */
  | { type: 'start-visits' }
  /** More time for the sheets. */
  | { type: 'extend'; selfCheckBy: string }
  | { type: 'close'; note: string };
export type CampaignEventType = CampaignEvent['type'];

export const CAMPAIGN_EVENT_FROM: Readonly<Record<CampaignEventType, readonly CampaignState[]>> = {
  'start-visits': ['self-check'],
  extend: ['self-check', 'on-site'],
  close: ['on-site'],
};

export const CAMPAIGN_STATE_WORDS: Readonly<Record<CampaignState, string>> = {
  'self-check': '自查',
  'on-site': '明察暗访和整改',
  closed: '已办结',
};
const EVENT_WORDS: Readonly<Record<CampaignEventType, string>> = {
  'start-visits': '开始明察暗访',
  extend: '延长自查',
  close: '办结',
};

/** What is still open when a campaign is to be closed. */
export interface Unfinished {
  /** Findings that aren't closed. */
  readonly findings: number;
  /** Sheets that nobody has handed in. */
  readonly sheets: number;
}

/**
 * The campaign after an event. It closes only when every finding is closed; sheets that never came have to be accounted for
 * in the note. @throws QingdanError QD-STATE, QD-INPUT
 */
export function applyToCampaign(
  campaign: Campaign,
  event: CampaignEvent,
  { day, by, unfinished }: { day: string; by: string; unfinished: Unfinished },
): Campaign {
  if (!CAMPAIGN_EVENT_FROM[event.type].includes(campaign.state)) {
    const now = CAMPAIGN_STATE_WORDS[campaign.state];
    throw new QingdanError('QD-STATE', `${campaign.number}现在是「${now}」，不能${EVENT_WORDS[event.type]}`);
  }
  switch (event.type) {
    case 'start-visits':
      return { ...campaign, state: 'on-site' };
    case 'extend':
      if (event.selfCheckBy <= campaign.selfCheckBy) {
        throw new QingdanError('QD-INPUT', `新的期限要晚于原来的 ${campaign.selfCheckBy}`);
      }
      return { ...campaign, selfCheckBy: event.selfCheckBy };
    case 'close':
      return close(campaign, event.note.trim(), { day, by, unfinished });
  }
}

function close(
  campaign: Campaign,
  note: string,
  { day, by, unfinished: { findings, sheets } }: { day: string; by: string; unfinished: Unfinished },
): Campaign {
  if (findings > 0) throw new QingdanError('QD-STATE', `还有 ${findings} 个问题没有销号，不能办结`);
  if (sheets > 0 && note === '') {
    throw new QingdanError('QD-INPUT', `还有 ${sheets} 个社区没有交自查表，办结要写明怎么处理`);
  }
  return { ...campaign, state: 'closed', closed: { day, by, note } };
}
