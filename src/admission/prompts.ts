import type { ApplicationField } from './application.js';

/** How each field is asked for in a conversation. */
export const PROMPTS = {
  task: '要社区做的是什么事？一句话，如 楼道堆物巡查登记',
  department: '哪个部门申请？如 区城管局',
  description: '具体要社区做什么、做到哪一步？',
  basis: '依据哪部法律法规或文件的哪一条？写成《名称》第几条',
  scope: '在哪些街道、社区做？',
  from: '从哪天开始？如 2026-12-01',
  to: '到哪天结束？如 2027-11-30',
  workload: '每个社区大约多少工作量？如 每月一次，每次两小时',
  staff: '配什么人手，什么时候到位？没有就写“无”',
  funds: '给多少经费，什么时候拨？如 每个社区每年3000元，2026-12-31前拨付；没有就写“无”',
  power: '随事下放什么权限？没有就写“无”',
  forms: '要社区填哪些表？用顿号隔开，没有就写“无”',
  plaques: '要挂什么牌子？没有就写“无”',
  apps: '要用什么应用程序或者微信群？没有就写“无”',
  contact: '联系人和电话？',
} as const satisfies Record<ApplicationField, string>;
