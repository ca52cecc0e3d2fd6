import { normalise } from '../text/normalise.js';

/** What a column of a list may hold. */
export const FIELDS = [
  'no',
  'name',
  'category',
  'kind',
  'batch',
  'summary',
  'basis',
  'department',
  'route',
  'aliases',
  'note',
] as const;
export type Field = (typeof FIELDS)[number];

/** What a field is called in reports, on the command line (`--map 事项名称=C`) and in the template. */
export const FIELD_NAMES: Record<Field, string> = {
  no: '序号',
  name: '事项名称',
  category: '类别',
  kind: '清单种类',
  batch: '批次',
  summary: '说明',
  basis: '设定依据',
  department: '责任部门',
  route: '去哪办',
  aliases: '别名',
  note: '备注',
};

/** What offices write above such a column, the likeliest first. */
const HEADER_WORDS: Record<Field, readonly string[]> = {
  no: ['序号', '编号', '项次', '项号', '顺序号', '顺序', 'no', 'no.'],
  name: [
    '事项名称',
    '证明事项名称',
    '证明名称',
    '具体事项',
    '证明事项',
    '工作事项',
    '清单事项',
    '自治事项',
    '协助事项',
    '负面事项',
    '履职事项',
    '职责事项',
    '主要事项',
    '事项内容',
    '清单内容',
    '项目名称',
    '工作任务',
    '事项',
    '名称',
    '项目',
  ],
  category: ['事项类别', '工作类别', '类别', '类型', '分类', '大类', '领域', '一级事项', '事项类型', '板块'],
  kind: ['清单种类', '清单类型', '清单名称', '清单类别', '所属清单'],
  batch: ['批次', '所属批次'],
  summary: [
    '说明',
    '事项说明',
    '具体内容',
    '主要内容',
    '工作内容',
    '工作要求',
    '内容描述',
    '职责内容',
    '具体要求',
    '内容',
    '描述',
    '用途',
  ],
  basis: [
    '设定依据',
    '法律依据',
    '法律法规依据',
    '政策依据',
    '文件依据',
    '实施依据',
    '工作依据',
    '依据',
    '法律法规',
    '政策法规',
  ],
  department: [
    '责任部门',
    '责任单位',
    '主管部门',
    '牵头部门',
    '牵头单位',
    '业务主管部门',
    '责任主体',
    '实施部门',
    '对应部门',
    '市级部门',
    '区级部门',
    '主管单位',
    '部门',
    '单位',
  ],
  route: [
    '去哪办',
    '办理渠道',
    '办理途径',
    '替代方式',
    '办理方式',
    '核验方式',
    '出具单位',
    '办理部门',
    '应出具单位',
  ],
  aliases: ['别名', '俗称', '又称', '常用说法', '通俗名称', '居民说法'],
  note: ['备注', '附注', '备考', '注'],
};

/** How a header cell names its field: the same words, or among others. */
export interface FieldGuess {
  field: Field;
  /** Larger is surer: 100 for the same words, less for fewer and rarer ones. */
  sureness: number;
}

/** UTF-16 units: a longer cell is a sentence and names no column. */
export const LONGEST_HEADER = 16;

/** The field that a header cell names; null for any other text. */
export function fieldOfHeader(text: string): FieldGuess | null {
  const header = headerKey(text);
  if (header === '' || header.length > LONGEST_HEADER) return null;
  let best: FieldGuess | null = null;
  for (const field of FIELDS) {
    for (const [rank, word] of HEADER_WORDS[field].entries()) {
      const sureness =
        header === word
          ? 100 - rank
          : word.length >= 2 && header.includes(word)
            ? word.length * 10 - rank
            : 0;
      if (sureness > (best?.sureness ?? 0)) best = { field, sureness };
    }
  }
  return best;
}

/** A header cell for comparing: without spaces, brackets and what stands in them. */
export function headerKey(text: string): string {
  return normalise(text)
    .replace(/[(（].*?[)）]/g, '')
    .replace(/[\s:：/、*#]+/g, '');
}

/** `headerKey` of a cell that may be missing. */
export function headerKeyOf(text: string | undefined): string {
  return text === undefined ? '' : headerKey(text);
}

/** The field with this name, 事项名称 or any of the words for it. */
export function fieldNamed(name: string): Field | null {
  const wanted = headerKey(name);
  return (
    FIELDS.find((field) => FIELD_NAMES[field] === wanted || HEADER_WORDS[field].includes(wanted)) ?? null
  );
}
