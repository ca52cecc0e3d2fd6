import { XMLParser, XMLValidator } from 'fast-xml-parser';

const parser = new XMLParser({
  processEntities: false,
  ignoreAttributes: true,
  parseTagValue: false,
  trimValues: false,
});

/** Outside CDATA: DOCTYPE, ENTITY and comments, entity references, and processing instructions but the declaration. */
const REFUSED = /<!|&|<\?(?!xml\s)/;
const CDATA = /<!\[CDATA\[[\s\S]*?\]\]>/g;

/** Fields of a callback's `<xml>` by name; a field with children of its own isn't among them. */
export type Fields = ReadonlyMap<string, string>;

/**
 * Reads a callback: one `<xml>` element with text children. Null for anything else: no DTD, no entities (the
 * platforms put every text into CDATA and need neither), not well-formed, a field twice.
 */
export function readXml(text: string): Fields | null {
  if (REFUSED.test(text.replace(CDATA, ''))) return null;
  try {
    if (XMLValidator.validate(text) !== true) return null;
    const { xml } = parser.parse(text) as { xml?: unknown };
    if (typeof xml !== 'object' || xml === null || Array.isArray(xml)) return null;
    const fields = new Map<string, string>();
    for (const [name, value] of Object.entries(xml)) {
      if (Array.isArray(value)) return null;
      if (typeof value === 'string' && name !== '#text') fields.set(name, value);
    }
    return fields;
  } catch {
    // The parser throws for what its validator lets pass (an open CDATA section, a name like __proto__).
    return null;
  }
}

/** UTF-8 bytes as text, null where they aren't UTF-8. */
export function readUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

// XML 1.0 allows no other control characters, not even in CDATA.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Cs}/gu;

/** Text as CDATA, whatever it holds. */
export function cdata(text: string): string {
  return `<![CDATA[${text.replace(FORBIDDEN, '').replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;
}
