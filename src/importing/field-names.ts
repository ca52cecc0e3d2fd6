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
