import { XMLParser } from 'fast-xml-parser';
import { QingdanError } from '#errors.js';

/** An element with its attributes and what is inside it; text is a string. Names without their prefix. */
export interface XmlElement {
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: readonly (XmlElement | string)[];
}

const ATTRIBUTES = ':@';
const TEXT = '#text';

/** Elements inside one another; offices write some twenty. */
const DEEPEST = 200;

type Raw = Record<string, unknown>;

/** The elements of an XML part, in their order. @throws QingdanError QD-FILE-BROKEN */
export function parseXml(part: Uint8Array): XmlElement {
  const parser = new XMLParser({
    preserveOrder: true,
    ignoreAttributes: false,
    attributeNamePrefix: '',
    removeNSPrefix: true,
    trimValues: false,
    parseTagValue: false,
    parseAttributeValue: false,
    processEntities: true,
    ignoreDeclaration: true,
    ignorePiTags: true,
  });
  try {
    const raw = parser.parse(
      Buffer.from(part.buffer, part.byteOffset, part.length).toString('utf8'),
    ) as Raw[];
    return { name: '', attributes: {}, children: raw.map((one) => elementOf(one, 0)) };
  } catch (cause) {
    if (cause instanceof QingdanError) throw cause;
    throw new QingdanError('QD-FILE-BROKEN', '文件已损坏：XML 读不出来，请重新取得或另存后再试', { cause });
  }
}

function elementOf(raw: Raw, depth: number): XmlElement | string {
  if (depth > DEEPEST) {
    throw new QingdanError('QD-FILE-BROKEN', '文件已损坏：XML 嵌套太深，请重新取得或另存后再试');
  }
  if (TEXT in raw) return String(raw[TEXT]);
  const name = Object.keys(raw).find((key) => key !== ATTRIBUTES) ?? '';
  const children = (raw[name] as Raw[] | undefined) ?? [];
  return {
    name,
    attributes: (raw[ATTRIBUTES] as Record<string, string> | undefined) ?? {},
    children: children.map((child) => elementOf(child, depth + 1)),
  };
}

/** Elements of this name among what is inside, in their order. */
export const childrenOf = (element: XmlElement | undefined, name: string): XmlElement[] =>
  (element?.children ?? []).filter(
    (child): child is XmlElement => typeof child !== 'string' && child.name === name,
  );

/** The first element on a way of names. */
export function elementAt(root: XmlElement, ...way: readonly string[]): XmlElement | undefined {
  let at: XmlElement | undefined = root;
  for (const name of way) at = childrenOf(at, name)[0];
  return at;
}
