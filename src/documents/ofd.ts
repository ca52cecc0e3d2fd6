import { QingdanError } from '#errors.js';
import { type Parts, unpack } from './archive.js';
import type { Block } from './content.js';
import { Allowance, type ReadLimits } from './limits.js';
import { linesOf, type Piece } from './pdf-lines.js';
import { ruledTables } from './pdf-ruled.js';
import type { Rules } from './pdf-rules.js';
import { blocksOfPages, type Page } from './pdf-table.js';
import type { Progress } from './reader.js';
import { childrenOf, elementAt, parseXml, type XmlElement } from './xml.js';

/** Points of a millimetre, in which OFD measures (GB/T 33190-2016, 7.4). */
const POINTS = 72 / 25.4;
/** Characters a page holds on average, under which it counts as a picture of a page. */
const FEWEST_CHARACTERS = 10;
/** Thicker than this, in points, a bar is an area. */
const THICKEST = 3;

/** The text layer of an OFD document (GB/T 33190-2016), its lines and tables told as those of a PDF. @throws QingdanError QD-FILE-… */
export async function readOfd(bytes: Uint8Array, limits: ReadLimits, progress: Progress): Promise<Block[]> {
  const parts = await unpack(bytes, limits);
  const locations = pageLocations(parts);
  if (locations.length > limits.pages) {
    throw new QingdanError('QD-FILE-LIMIT', `OFD 超过 ${limits.pages} 页，请拆成几个文件`);
  }
  let characters = 0;
  const pages = locations.map((location, i): Page => {
    const { pieces, rules } = pageContent(parts, location);
    characters += pieces.reduce((sum, { text }) => sum + text.trim().length, 0);
    const { tables, rest } = ruledTables(pieces, rules);
    progress(i + 1, locations.length);
    return { lines: linesOf(rest), tables };
  });
  if (characters < FEWEST_CHARACTERS * pages.length) {
    throw new QingdanError(
      'QD-FILE-NO-TEXT',
      'OFD 里没有可读的文字，多半是扫描件或图片，请用文字版，或先做文字识别（OCR）再试',
    );
  }
  return blocksOfPages(pages, new Allowance(limits));
}

/** Where the pages' contents are, in their order. */
function pageLocations(parts: Parts): string[] {
  const root = partAt(parts, 'OFD.xml');
  const body = elementAt(root, 'OFD', 'DocBody');
  const documentPath = resolved('', textIn(elementAt(body ?? root, 'DocRoot')));
  if (body === undefined || documentPath === '') {
    throw new QingdanError('QD-FILE-TYPE', '文件的内容不是 OFD 文档，请核对文件或改正扩展名');
  }
  const pages = elementAt(partAt(parts, documentPath), 'Document', 'Pages');
  return childrenOf(pages, 'Page').map(({ attributes }) => resolved(documentPath, attributes.BaseLoc ?? ''));
}

function partAt(parts: Parts, path: string): XmlElement {
  const part = parts.get(path);
  if (part === undefined) {
    throw new QingdanError('QD-FILE-BROKEN', 'OFD 已损坏：缺少其中的部分，请重新取得或另存后再试');
  }
  return parseXml(part);
}

const textIn = (element: XmlElement | undefined): string =>
  (element?.children ?? [])
    .filter((child) => typeof child === 'string')
    .join('')
    .trim();

/** A location as a part's name: from the root where it begins with a slash, else from the part that names it. */
function resolved(from: string, location: string): string {
  if (location.startsWith('/')) return location.slice(1);
  const folder = from.slice(0, from.lastIndexOf('/') + 1);
  return `${folder}${location}`.replace(/(^|\/)\.\//gu, '$1');
}

function pageContent(parts: Parts, location: string): { pieces: Piece[]; rules: Rules } {
  const pieces: Piece[] = [];
  const rules: Rules = { horizontal: [], vertical: [] };
  const walk = (element: XmlElement): void => {
    for (const child of element.children) {
      if (typeof child === 'string') continue;
      if (child.name === 'TextObject') pieces.push(...piecesOf(child));
      else if (child.name === 'PathObject') addRules(child, rules);
      else if (child.name === 'Layer' || child.name === 'PageBlock' || child.name === 'Content') walk(child);
    }
  };
  walk(elementAt(partAt(parts, location), 'Page') ?? { name: '', attributes: {}, children: [] });
  return { pieces, rules };
}

const numbers = (text: string | undefined): number[] =>
  (text ?? '').trim().split(/\s+/u).filter(Boolean).map(Number);

/** A text object's runs, in points with y upwards; a page's height doesn't matter for that. */
function piecesOf(object: XmlElement): Piece[] {
  const [left = 0, top = 0, width = 0] = numbers(object.attributes.Boundary);
  const [a = 1, , , d = 1, e = 0, f = 0] = numbers(object.attributes.CTM);
  const size = (Number(object.attributes.Size) || 3) * Math.abs(d);
  return childrenOf(object, 'TextCode').map((code) => {
    const text = textIn(code);
    const x = left + a * (Number(code.attributes.X) || 0) + e;
    const y = top + d * (Number(code.attributes.Y) || 0) + f;
    const advance = distance(code.attributes.DeltaX) * a;
    const run = advance > 0 ? advance + size : Math.min(width, text.length * size);
    return { text, x: x * POINTS, y: -y * POINTS, width: run * POINTS, size: size * POINTS };
  });
}

/** The sum of the steps between characters; 「g 3 5.2」 is three of 5.2 (GB/T 33190-2016, 11.3). */
function distance(delta: string | undefined): number {
  let sum = 0;
  const steps = (delta ?? '').trim().split(/\s+/u).filter(Boolean);
  for (let i = 0; i < steps.length; i++) {
    if (steps[i] === 'g') {
      sum += (Number(steps[i + 1]) || 0) * (Number(steps[i + 2]) || 0);
      i += 2;
    } else sum += Number(steps[i]) || 0;
  }
  return sum;
}

/** Straight lines of a path, as rules of a table; curves and areas are none. */
function addRules(object: XmlElement, rules: Rules): void {
  const [left = 0, top = 0] = numbers(object.attributes.Boundary);
  const data = textIn(elementAt(object, 'AbbreviatedData')).split(/\s+/u);
  let [x, y] = [0, 0];
  for (let i = 0; i < data.length; i++) {
    if (!/^[SML]$/u.test(data[i] ?? '')) continue;
    const [toX, toY] = [Number(data[i + 1]), Number(data[i + 2])];
    if (data[i] === 'L') addRule([left + x, top + y, left + toX, top + toY], rules);
    [x, y] = [toX, toY];
    i += 2;
  }
}

function addRule(line: readonly [number, number, number, number], rules: Rules): void {
  const [x1, y1, x2, y2] = line.map((value) => value * POINTS) as [number, number, number, number];
  const [width, height] = [Math.abs(x2 - x1), Math.abs(y2 - y1)];
  if (height <= THICKEST && width > THICKEST) {
    rules.horizontal.push({ y: -(y1 + y2) / 2, from: Math.min(x1, x2), to: Math.max(x1, x2) });
  } else if (width <= THICKEST && height > THICKEST) {
    rules.vertical.push({ x: (x1 + x2) / 2, from: -Math.max(y1, y2), to: -Math.min(y1, y2) });
  }
}
