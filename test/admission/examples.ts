import type { Actor } from '#access/roles.js';
import type { Application } from '#admission/application.js';
import { type AdmissionProcess, type HeldStep, STEPS, type StepName } from '#admission/process.js';

export const LEAD: Actor = { id: 'lead', name: '区民政局', role: 'county-lead', region: '500112' };
export const CITY: Actor = { id: 'city', name: '市民政局', role: 'city', region: '500000' };
export const OFFICE: Actor = {
  id: 'office',
  name: '区城管局小李',
  role: 'county-department',
  region: '500112',
  department: '区城管局',
};

export const APPLICATION: Application = {
  task: '楼道堆物巡查协助',
  department: '区城管局',
  description: '每月看一次楼道，发现堆物登记后报街道。',
  basis: '《中华人民共和国消防法》第三十二条',
  scope: '全区各社区',
  from: '2026-12-01',
  to: '2027-11-30',
  workload: '每个社区每月一次，每次两小时',
  staff: { what: '每个街道派一名协管员', due: '2026-12-10' },
  funds: { what: '每个社区每年3000元', amount: 3000, due: '2026-12-31' },
  power: '登记和报告',
  forms: ['楼道巡查登记表'],
  plaques: [],
  apps: [],
};

/** A procedure with the steps named, which the county's lead takes. */
export function processOf(steps: readonly StepName[], different: Partial<HeldStep> = {}): AdmissionProcess {
  return {
    id: 'example',
    region: '重庆市渝北区',
    name: '示例准入程序',
    row: 'cq-yubei-2023-p2',
    steps: STEPS.filter((step) => steps.includes(step)).map((step) => ({
      step,
      does: '示例',
      roles: ['county-lead'],
      isDefault: false,
      ...different,
    })),
    isDefault: false,
    gap: null,
  };
}
