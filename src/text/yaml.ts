import {
  isMap,
  isSeq,
  LineCounter,
  type Node,
  type ParsedNode,
  parseDocument as parseYamlDocument,
} from 'yaml';
import { z } from 'zod';
import { QingdanError, shown } from '#errors.js';

/** A text file as it was read, `path` only for messages. */
export interface TextFile {
  path: string;
  text: string;
}

/** Largest file read, in UTF-16 units; the largest of the shipped ones has under 200,000. */
const LARGEST_FILE = 4_000_000;
/** Expanded aliases (`*name`) per file: the knowledge base needs none, 100 leaves room and stops an alias bomb. */
const MOST_ALIASES = 100;

const inChinese = z.locales.zhCN().localeError;

/**
 * The YAML of a file, checked against a schema.
 * @throws QingdanError QD-YAML or QD-SCHEMA; the message names file, line, place and what to do.
 */
export function readYaml<T>(file: TextFile, schema: z.ZodType<T>): T {
  if (file.text.length > LARGEST_FILE) {
    throw new QingdanError('QD-YAML', `${file.path} 太大（超过 ${LARGEST_FILE} 字），请拆成几个文件`);
  }
  const lines = new LineCounter();
  // 'failsafe' would lose numbers; the core schema of YAML 1.2 keeps dates such as 2020-01-01 as text.
  const yaml = parseYamlDocument(file.text, { lineCounter: lines, version: '1.2', schema: 'core' });
  const fault = yaml.errors[0];
  if (fault !== undefined) {
    const { line, col } = lines.linePos(fault.pos[0]);
    const reason = fault.message.split('\n')[0]?.replace(/ at line \d+, column \d+:?$/, '') ?? fault.code;
    throw new QingdanError(
      'QD-YAML',
      `${file.path} 第 ${line} 行第 ${col} 列不是合法的 YAML：${shown(reason)}`,
      {
        cause: fault,
      },
    );
  }
  const result = schema.safeParse(toPlain(file, yaml), { error: inChinese });
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const at = lineOf(yaml.contents, issue?.path ?? [], lines);
  const place =
    issue === undefined || issue.path.length === 0 ? '整个文件' : issue.path.map(String).join('.');
  const more = result.error.issues.length > 1 ? `（另有 ${result.error.issues.length - 1} 处）` : '';
  throw new QingdanError(
    'QD-SCHEMA',
    `${file.path} 第 ${at} 行「${place}」不合格式：${issue?.message ?? '未知原因'}${more}，请对照 knowledge/README.md 修改`,
    { cause: result.error },
  );
}

function toPlain(file: TextFile, yaml: { toJS(options: { maxAliasCount: number }): unknown }): unknown {
  try {
    return yaml.toJS({ maxAliasCount: MOST_ALIASES });
  } catch (cause) {
    throw new QingdanError('QD-YAML', `${file.path} 里的别名（*）展开过多，请把内容直接写出来`, { cause });
  }
}

/** Line (from 1) of the deepest node of a path that exists: a missing key is reported where its map starts. */
function lineOf(root: ParsedNode | null, path: readonly PropertyKey[], lines: LineCounter): number {
  let node: Node | null = root;
  let offset = 0;
  for (const key of [...path, null]) {
    if (node?.range) offset = node.range[0];
    if (key === null || !(isMap(node) || isSeq(node))) break;
    const next: unknown = node.get(key, true);
    if (next === undefined || next === null) break;
    node = next as Node;
  }
  return lines.linePos(offset).line;
}
