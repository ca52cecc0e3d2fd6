import type { Case } from '../case.js';
import { BLANK, type Paper } from './paper.js';
import type { SheetContext } from './sheets.js';

/** What a certificate says where nothing was written: blanks that are filled in by hand on the print. */
export const plainForm = (name: string): string =>
  `兹证明${BLANK}（姓名、证件号由经办人核对原件后填写）${BLANK}（写明“${name}”所证明的具体情况），情况属实。`;

/** The certificate that was issued; null where none was. The names in it are filled in on the print and aren't stored. */
export function certificateOf(one: Case, { office, day }: SheetContext): Paper | null {
  const { result, paper } = one;
  if (result?.outcome !== 'issued' || paper === null) return null;
  return {
    title: paper.name.endsWith('证明') ? paper.name : `关于${paper.name}的证明`,
    number: result.paperNumber ?? BLANK,
    to: null,
    rows: [],
    paragraphs: [
      result.text,
      `本证明仅用于${BLANK}，自出具之日起${BLANK}日内有效。`,
      `经办人：${BLANK}　核对人：${BLANK}　联系电话：${BLANK}`,
    ],
    office: `${office}（盖章）`,
    day,
    notes: [
      '清单文件没有附这份证明的样式，以上是通用样式；本地另有样式的，用本地的。',
      ...paper.basis.map((line) => `依据：${line}`),
    ],
  };
}

/** 不予出具证明告知单, with the route; null where none was refused. */
export function refusalOf(one: Case, { number, office, day }: SheetContext): Paper | null {
  const { result, paper } = one;
  if (result?.outcome !== 'refused' || paper === null) return null;
  return {
    title: '不予出具证明告知单',
    number: result.paperNumber ?? BLANK,
    to: `${BLANK}（申请人）`,
    rows: [],
    paragraphs: [
      `您申请开具的“${paper.name}”（${number}），经对照现行清单，不予出具。`,
      `理由：${result.text}`,
      ...paper.says,
      ...paper.basis.map((line) => `依据：${line}`),
      paper.route === null
        ? '去哪办：已收录的文件没有写明，请向要这份证明的单位核实它所依据的法律、法规，由它自行核实。'
        : `去哪办：${paper.route}`,
      '可以把这份告知单交给要证明的单位。',
    ],
    office: `${office}（盖章）`,
    day,
    notes: ['对本告知有异议的，可以向乡镇政府、街道办事处反映。'],
  };
}
