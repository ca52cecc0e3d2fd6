import type { Band, Citation, Verdict } from '../decision/answer.js';
import { citationLine } from '../decision/wording.js';

/**
 * What to do with a task, in a few words.
 * @param demand name of the demand where it is one (台账报表), else null
 */
export function adviceFor(verdict: Verdict, demand: string | null): string {
  // Files that a law asks for are kept like any other duty.
  if (demand !== null && verdict !== 'assist' && verdict !== 'autonomy') {
    if (verdict === 'negative') return `不应承担（${demand}）`;
    if (verdict === 'information') return `属于${demand}要求，请按规定精简或取消`;
    return `属于${demand}要求，清单未列，须先准入`;
  }
  switch (verdict) {
    case 'autonomy':
      return '可以承担，属于依法自治事项';
    case 'may-certify':
      return '可以承担，核实后据实出具';
    case 'assist':
      return '协助，请部门落实经费和责任（费随事转）';
    case 'negative':
    case 'must-not-certify':
      return '不应承担';
    case 'not-listed':
      return '清单未列，须先准入';
    case 'information':
      return '有专门规定，请对照办理';
    default:
      return '判断不了';
  }
}

/** The advice with its basis, the first citation; `near` are rows to look at by hand where the verdict isn't sure. */
export function suggestionFor(
  verdict: Verdict,
  band: Band,
  citations: readonly Citation[],
  demand: string | null,
  near: readonly string[],
): string {
  const basis = citations[0] === undefined ? '' : `，依据${citationLine(citations[0])}`;
  return `${adviceFor(verdict, demand)}${basis}。${toCheck(verdict, band, near)}`;
}

function toCheck(verdict: Verdict, band: Band, near: readonly string[]): string {
  if (band !== 'confirm') return '';
  const named =
    near[0] === undefined ? '' : `（${verdict === 'not-listed' ? '最接近' : '按'}「${near[0]}」）`;
  return `请人工核对${named}。`;
}
