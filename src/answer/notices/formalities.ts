import type { DemandKind } from '#language/index.js';

/** Work of the form as reports name it, and with all that it covers. */
export const FORMALITY_WORDS: Readonly<Record<DemandKind, { short: string; long: string }>> = {
  assessment: { short: '考核评比', long: '考核评比、一票否决、责任状' },
  plaque: { short: '挂牌', long: '挂牌' },
  trace: { short: '截图留痕', long: '微信截图留痕' },
  meeting: { short: '会议', long: '会议' },
  ledger: { short: '台账报表', long: '台账报表' },
  seal: { short: '盖章', long: '盖章' },
};
