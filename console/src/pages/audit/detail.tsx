import { ROLE_NAMES } from '#access/words.js';
import { type Fact, Facts } from '../../parts/record.js';

/** What the log calls its details, in words; others stand as they are. */
const DETAIL_WORDS: Readonly<Record<string, string>> = {
  name: '名称',
  role: '角色',
  region: '地区代码',
  department: '部门',
  source: '来自',
  number: '编号',
  hash: '内容校验值',
  previous: '上一版校验值',
  regions: '地区数',
  documents: '文件数',
  rules: '规则文件数',
  catalogueVersion: '清单版本',
  program: '程序版本',
  tasks: '改了几处',
  characters: '字数',
  matter: '事项',
  wordings: '问法',
  state: '状态',
  kind: '种类',
  reason: '理由',
  day: '日期',
  by: '谁',
  added: '共记过',
  removed: '共删过',
  questions: '问答记录',
  feedback: '评价',
  conversations: '对话',
  screenings: '研判记录',
  events: '消息编号',
  cases: '办结件的联系人和附件',
  reminders: '提醒',
  shared: '分享的回答',
  days: '各留几天',
  event: '做了什么',
  values: '内容',
  title: '标题',
  text: '文字',
};

/** One row of the log of changes, unfolded: all that it holds, and the hash that the next one carries on. */
export function ChangeDetail({
  subject,
  detail,
  hash,
}: {
  subject: string;
  detail: Readonly<Record<string, unknown>>;
  hash: string;
}) {
  const facts = Object.entries(detail).map(
    ([key, value]): Fact => [DETAIL_WORDS[key] ?? key, saidOf(key, value)],
  );
  return <Facts facts={[['对象编号', subject], ...facts, ['这一行的校验值', hash]]} />;
}

function saidOf(key: string, value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (key === 'role') return ROLE_NAMES[value as keyof typeof ROLE_NAMES] ?? String(value);
  return typeof value === 'object' ? JSON.stringify(value, null, 1) : String(value);
}
