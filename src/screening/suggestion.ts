import { citationLine } from '../decision/wording.js';
import type { Judgement } from './judgement.js';
import type { ScreenedTask } from './screening.js';

/** A judgement with what to do. */
export type Advised = Judgement & Pick<ScreenedTask, 'suggestion' | 'certificate'>;

/**
 * What to do with a task, in a few words.
 * @param certificate whether the task is a paper to be issued
 * @param demand name of the demand where it is one (台账报表), else null
 */
export function adviceFor(
  verdict: Judgement['verdict'],
  certificate: boolean,
  demand: string | null,
): string {
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
      return certificate ? '证明清单未列，不属于应当出具的证明' : '清单未列，须先准入';
    case 'information':
      return '有专门规定，请对照办理';
    default:
      return '判断不了';
  }
}

/** The judgement with its advice and its basis, the first citation. */
export function advised(judgement: Judgement, certificate: boolean, demand: string | null): Advised {
  const { verdict, citations } = judgement;
  const basis = citations[0] === undefined ? '' : `，依据${citationLine(citations[0])}`;
  const suggestion = `${adviceFor(verdict, certificate, demand)}${basis}。${toCheck(judgement)}`;
  return { ...judgement, certificate, suggestion };
}

/** The row to look at by hand where the verdict isn't sure. */
function toCheck({ verdict, band, candidates }: Judgement): string {
  if (band !== 'confirm') return '';
  const [near] = candidates;
  return near === undefined
    ? '请人工核对。'
    : `请人工核对（${verdict === 'not-listed' ? '最接近' : '按'}「${near}」）。`;
}
