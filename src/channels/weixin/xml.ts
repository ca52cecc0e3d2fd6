import { XMLParser, XMLValidator } from 'fast-xml-parser';

const parser = new XMLParser({
  processEntities: false,
  ignoreAttributes: true,
  parseTagValue: false,
  trimValues: false,
});

/** Outside CDATA: DOCTYPE, ENTITY and comments, entity references, and processing instructions but the declaration. */
const REFUSED = /<!|&|<\?(?!xml\s)/;
const CDATA_START = '<![CDATA[';
const CDATA_END = ']]>';
/** Opening and closing tags; a callback has some twenty fields, and the parser's time goes by the square of the depth. */
const MOST_TAGS = 200;

/** Fields of a callback's `<xml>` by name; a field with children of its own isn't among them. */
export type Fields = ReadonlyMap<string, string>;

/**
 * Reads a callback: one `<xml>` element with text children. Null for anything else: no DTD, no entities (the
 * platforms put every text into CDATA and need neither), not well-formed, a field twice.
 */
export function readXml(text: string): Fields | null {
  const markup = withoutCdata(text);
  if (REFUSED.test(markup) || markup.split('<', MOST_TAGS + 1).length > MOST_TAGS) return null;
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

/** A section that nothing ends stays, and is refused; a pattern would look for its end anew at every start. */
function withoutCdata(text: string): string {
  let rest = '';
  let from = 0;
  for (;;) {
    const start = text.indexOf(CDATA_START, from);
    const end = start < 0 ? -1 : text.indexOf(CDATA_END, start + CDATA_START.length);
    if (end < 0) return rest + text.slice(from);
    rest += text.slice(from, start);
    from = end + CDATA_END.length;
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
