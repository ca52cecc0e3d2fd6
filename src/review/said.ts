import type { OpenReason } from './asked.js';
import type { GroupState } from './open-groups.js';
import type { ProposalState } from './proposal.js';

/** The words of the review, the same wherever it is seen. */
export const REASON_NAMES = {
  wrong: '不对',
  corrected: '研判改正',
  'asked-back': '反问',
  'not-listed': '清单未列',
  'out-of-scope': '不在范围',
} as const satisfies Record<OpenReason, string>;

export const STATE_NAMES = {
  proposed: '待接受',
  accepted: '已接受',
  rejected: '已退回',
  withdrawn: '已撤回',
  revoked: '已撤销',
} as const satisfies Record<ProposalState, string>;

export const GROUP_STATE_NAMES = {
  open: '待办',
  proposed: '已提案',
} as const satisfies Record<GroupState, string>;

/** What nobody's matters are called. */
export const NOBODY_NAMES = {
  'none:certificate': '哪份清单都没有的证明',
  'none:task': '哪份清单都没有的工作',
  'none:offtopic': '与社区工作无关的话',
  'none:vague': '说得不清楚的话',
} as const;
