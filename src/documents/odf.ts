import { QingdanError } from '#errors.js';
import { unpack } from './archive.js';
import type { Block, Table } from './content.js';
import { Allowance, type ReadLimits } from './limits.js';
import { type OdfStyles, odfStyles } from './odf-styles.js';
import { odfTable } from './odf-table.js';
import { type OdfText, textOf } from './odf-text.js';
import { elementAt, parseXml, type XmlElement } from './xml.js';

/** Paragraphs and tables of an OpenDocument text (ISO/IEC 26300). @throws QingdanError QD-FILE-… */
export async function readOdt(bytes: Uint8Array, limits: ReadLimits): Promise<Block[]> {
  const { body, styles } = await opened(bytes, limits, 'text', '文字文档');
  const blocks: Block[] = [];
  const allowance = new Allowance(limits);
  const reading: OdfText = { styles, struck: false };
  const add = (text: string): void => {
    for (const part of text.split('\n')) {
      if (part.trim() === '') continue;
      const line = blocks.length + 1;
      allowance.paragraph(line, part.trim());
      blocks.push({ type: 'paragraph', line, text: part.trim() });
    }
  };
  let tables = 0;
  const walk = (element: XmlElement, depth: number): void => {
    for (const child of element.children) {
      if (typeof child === 'string') continue;
      if (child.name === 'p' || child.name === 'h')
        add(styles.numberOf(child, depth) + textOf(child, reading));
      else if (child.name === 'table') {
        tables++;
        blocks.push(...odfTable(child, `表${tables}`, reading, allowance));
      } else if (child.name === 'list') {
        styles.enterList(child, depth);
        walk(child, depth + 1);
      } else if (WRAPPERS.has(child.name)) walk(child, depth);
    }
  };
  walk(body, 0);
  return blocks;
}

/** What stands round paragraphs; tracked changes aren't among them: they hold what was deleted. */
const WRAPPERS = new Set(['section', 'list-item', 'list-header', 'soft-page-break', 'index-body']);

/** One table per visible sheet of an OpenDocument spreadsheet. @throws QingdanError QD-FILE-… */
export async function readOds(bytes: Uint8Array, limits: ReadLimits): Promise<Block[]> {
  const { body, styles } = await opened(bytes, limits, 'spreadsheet', '表格');
  const allowance = new Allowance(limits);
  return body.children.flatMap((child): Table[] => {
    if (typeof child === 'string' || child.name !== 'table') return [];
    if (styles.isHidden(child.attributes['style-name'])) return [];
    return odfTable(child, child.attributes.name ?? '表', { styles, struck: false }, allowance);
  });
}

async function opened(
  bytes: Uint8Array,
  limits: ReadLimits,
  kind: 'text' | 'spreadsheet',
  called: string,
): Promise<{ body: XmlElement; styles: OdfStyles }> {
  const parts = await unpack(bytes, limits);
  const manifest = parts.get('META-INF/manifest.xml');
  if (manifest !== undefined && Buffer.from(manifest).includes('encryption-data')) {
    throw new QingdanError('QD-FILE-LOCKED', '文件加了密码，请去掉密码后再试');
  }
  if (
    [...parts.keys()].some(
      (name) => /^(?:Basic|Scripts)\/.*\.(?:xml|py|js|bsh)$/u.test(name) && !/-lc\.xml$/u.test(name),
    )
  ) {
    throw new QingdanError('QD-FILE-UNSAFE', '文件含有宏，为安全起见不读，请另存为不带宏的文件');
  }
  const content = parts.get('content.xml');
  const root = content === undefined ? undefined : parseXml(content);
  const body = root && elementAt(root, 'document-content', 'body', kind);
  if (root === undefined || body === undefined) {
    throw new QingdanError('QD-FILE-TYPE', `文件的内容不是${called}，请核对文件或改正扩展名`);
  }
  const shared = parts.get('styles.xml');
  return { body, styles: odfStyles(root, shared === undefined ? null : parseXml(shared)) };
}
