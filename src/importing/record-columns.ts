export const RECORD_COLUMN = '记录';
export const RECORD_TYPES = ['文件', '清单', '事项', '条款'] as const;
export type RecordType = (typeof RECORD_TYPES)[number];

/** How a field is written in a cell: as it is, as a number, one per line, or as JSON. */
export type Codec = 'text' | 'number' | 'lines' | 'json';

export interface RecordColumn {
  label: string;
  key: string;
  codec: Codec;
  /** Kinds of record that have it. */
  of: readonly RecordType[];
}

const column = (label: string, key: string, codec: Codec, ...of: RecordType[]): RecordColumn => ({
  label,
  key,
  codec,
  of,
});

/** The id of the list that an item is on; not a field of the item. */
export const LIST_COLUMN = '所属清单';

/** Every field of the schema; a test holds this to it. */
export const RECORD_COLUMNS: readonly RecordColumn[] = [
  column('编号', 'id', 'text', '文件', '清单', '事项', '条款'),
  column('序号', 'no', 'number', '事项'),
  column('标题', 'title', 'text', '文件'),
  column('题名由来', 'titleIs', 'text', '文件'),
  column('版本', 'edition', 'text', '文件'),
  column('清单名称', 'name', 'text', '清单'),
  column('事项名称', 'name', 'text', '事项'),
  column('条款主题', 'topic', 'text', '条款'),
  column('清单种类', 'kind', 'text', '清单', '事项'),
  column('主题', 'subject', 'text', '事项'),
  column('所属事项', 'matter', 'text', '事项', '条款'),
  column('可能的事项', 'likely', 'json', '事项'),
  column('只适用于', 'committee', 'text', '文件', '清单', '事项', '条款'),
  column('说明', 'summary', 'text', '事项', '条款'),
  column('设定依据', 'basis', 'text', '事项'),
  column('责任部门', 'department', 'text', '事项'),
  column('去哪办', 'route', 'text', '事项'),
  column('去哪办出处', 'routeSource', 'text', '事项'),
  column('别名', 'aliases', 'lines', '事项', '条款'),
  column('出处', 'locator', 'text', '清单', '事项', '条款'),
  column('应有项数', 'declaredCount', 'number', '清单'),
  column('说的是谁', 'about', 'text', '清单'),
  column('身份', 'capacity', 'text', '事项'),
  column('本身也要做', 'binds', 'json', '事项'),
  column('例外', 'exceptions', 'json', '事项'),
  column('适用', 'appliesTo', 'text', '条款'),
  column('缺口', 'gap', 'text', '清单', '事项', '条款'),
  column('所出法律', 'law', 'json', '事项', '条款'),
  column('依据程度', 'evidence', 'text', '文件', '事项', '条款'),
  column('效力', 'status', 'text', '文件', '事项', '条款'),
  column('地区', 'region', 'text', '文件', '清单', '事项', '条款'),
  column('施行日期', 'effectiveFrom', 'text', '文件', '事项', '条款'),
  column('失效日期', 'effectiveTo', 'text', '文件', '事项', '条款'),
  column('日期不详', 'dateUnknown', 'text', '文件', '事项', '条款'),
  column('网址', 'url', 'text', '事项', '条款'),
  column('发文机关', 'issuer', 'text', '文件'),
  column('文号', 'number', 'text', '文件'),
  column('文种', 'type', 'text', '文件'),
  column('成文日期', 'issuedOn', 'text', '文件'),
  column('被替代为', 'replacedBy', 'text', '文件'),
  column('来源', 'sources', 'lines', '文件'),
  column('编者说明', 'note', 'text', '文件'),
];

/** Chinese names of a document's fields, as in an export. */
export const FIELD_LABELS: ReadonlyMap<string, string> = new Map(
  RECORD_COLUMNS.map(({ key, label }) => [key, label]),
);
