import { citedPlace } from '../catalogue/citation.js';
import type { Evidence } from '../catalogue/schema.js';
import type { Citation, Role, Verdict } from './answer.js';

/** 社区 as the answers call the committee. */
export const COMMITTEE = '社区（居委会、村委会）';

/** The first line of an answer, which says the verdict; `name` is the item's. */
export function headline(verdict: Verdict, name: string, barsOnlyResponsibility: boolean): string {
  switch (verdict) {
    case 'must-not-certify':
      return `不能开。「${name}」不应由${COMMITTEE}出具。`;
    case 'may-certify':
      return `可以开，但要符合条件。「${name}」列在${COMMITTEE}可以出具的范围里。`;
    case 'negative':
      return barsOnlyResponsibility
        ? `不应承担。「${name}」是负面事项，不能把社区当成责任主体。`
        : `不应承担。「${name}」是负面事项，不得派给社区。`;
    case 'assist':
      return `属于依法协助。「${name}」由政府和有关部门负责，社区依法协助，不是责任主体。`;
    case 'autonomy':
      return `属于社区自己的职责。「${name}」是居委会、村委会依法自治的事。`;
    default:
      throw new Error(`no headline for ${verdict}`);
  }
}

const NEXT: Readonly<Partial<Record<Verdict, Readonly<Record<Role, string>>>>> = {
  'must-not-certify': {
    resident: '可以把下面的依据给要证明的单位看，请它自己核实或按上面的途径办理。',
    worker: '可以不盖章，把下面的依据告诉来人和要证明的单位，并指明办理途径。',
    official: '请不要让群众到社区开这份证明，由办事部门自行核实。',
  },
  'may-certify': {
    resident: '去之前先问清要带的材料；社区只对核实过的情况据实出具。',
    worker: '先核对适用情形和材料，据实出具；超出适用情形的不出具。',
    official: '只在规定的用途内要求提供，不要扩大使用范围。',
  },
  negative: {
    resident: '这件事请找负责的政府部门。',
    worker: '可以附上下面的依据，请下派单位收回。',
    official: '请不要下派到社区；确需社区出力的，只能作为协助事项，先经准入，并落实经费和条件。',
  },
  assist: {
    resident: '可以向社区反映、求助；审批、执法和拨款仍由政府部门办理。',
    worker: '可以协助，请部门写明要做什么、做到哪一步，并提供经费和工作条件。',
    official: '可以请社区协助，责任仍在部门，经费和条件要随事一起给到（权随责走、费随事转）。',
  },
  autonomy: {
    resident: '可以直接找社区，也可以通过居民会议提出来。',
    worker: '按自治程序办，需要时交居民会议或居民代表会议商量。',
    official: '政府部门可以指导和支持，不宜包办或下指标。',
  },
};

/** What the asker may do next; undefined where nothing can be said without more facts. */
export const nextStep = (verdict: Verdict, role: Role): string | undefined => NEXT[verdict]?.[role];

const EVIDENCE_NOTE: Readonly<Record<Evidence, string>> = {
  primary: '',
  partial: '（只见到部分原文）',
  secondary: '（据报道转述，未见原件）',
};

/** One citation as a line of an answer. */
export function citationLine(citation: Citation): string {
  const { title, region, evidence } = citation;
  const of = region === '全国' || title.startsWith(region) ? '' : `，${region}`;
  return `${citedPlace(citation)}${of}${EVIDENCE_NOTE[evidence]}`;
}
