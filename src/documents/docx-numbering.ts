import { writtenNumber } from './word-numbers.js';

/** A level of a list as word/numbering.xml defines it. */
interface Level {
  start: number;
  format: string;
  /** 「第%1章」, %2 … : the numbers of the levels. */
  text: string;
  /** Written in Arabic digits, whatever its levels' own forms (w:isLgl). */
  legal: boolean;
}

interface List {
  /** Shared by lists that count on with each other. */
  abstractId: string;
  levels: ReadonlyMap<number, Level>;
  /** Levels at which this list starts anew. */
  restarts: ReadonlyMap<number, number>;
}

interface Place {
  list: string;
  level: number;
}

const LEVELS = 9;

/** Ends a paragraph's properties, which come first in it (ECMA-376, CT_P). */
const PROPERTIES_END = '</w:pPr>';
/** UTF-16 units; Word writes some hundreds for one paragraph. */
const LONGEST_PROPERTIES = 20_000;
const NUMBERING = /<w:numPr(?: [^<>]*)?>[\s\S]*?<\/w:numPr>/;
/** What the properties were before a tracked change. */
const CHANGED = /<w:pPrChange\b[\s\S]*?<\/w:pPrChange>/g;

/**
 * The document's XML with every number that Word makes by itself written out in front of its paragraph. mammoth tells
 * neither the list nor the form of a number (一、 （一） 1.), on which it depends what heads what.
 * @param document word/document.xml
 */
export function withWrittenNumbers(document: string, numbering: string, styles: string): string {
  const lists = listsOf(numbering);
  if (lists.size === 0) return document;
  const byStyle = stylePlaces(styles, numbering);
  const counters: Counters = { numbers: new Map(), started: new Set() };
  const chunks = document.replace(CHANGED, '').split(PROPERTIES_END);
  const rest = chunks.pop() ?? '';
  const written = chunks.map((chunk) => {
    const properties = chunk.slice(Math.max(0, chunk.lastIndexOf('<w:pPr')));
    if (properties.length > LONGEST_PROPERTIES) return chunk + PROPERTIES_END;
    const own = placeIn(properties);
    const ofStyle = byStyle.get(attribute('pStyle', properties) ?? '');
    const list = own?.list ?? ofStyle?.list ?? '';
    const definition = lists.get(list);
    if (definition === undefined) return chunk + PROPERTIES_END;
    const number = next({ list, level: own?.level ?? ofStyle?.level ?? 0 }, definition, counters);
    const run = number === '' ? '' : `<w:r><w:t xml:space="preserve">${escaped(number)}</w:t></w:r>`;
    return chunk + PROPERTIES_END + run;
  });
  return written.join('') + rest;
}

interface Counters {
  /** By the lists that count on with each other: the last number of each level. */
  numbers: Map<string, number[]>;
  started: Set<string>;
}

/** The number that comes next at a place, as Word writes it. */
function next(
  { list, level }: Place,
  { abstractId, levels, restarts }: List,
  { numbers, started }: Counters,
): string {
  const known = numbers.get(abstractId) ?? [];
  numbers.set(abstractId, known);
  if (!started.has(list)) {
    started.add(list);
    for (const [at, start] of restarts) known[at] = start - 1;
  }
  const startOf = (at: number): number => levels.get(at)?.start ?? 1;
  known[level] = (known[level] ?? startOf(level) - 1) + 1;
  // Deeper levels start again; those above that never came count as their first.
  known.length = level + 1;
  for (let at = 0; at < level; at++) known[at] ??= startOf(at);
  const definition = levels.get(level);
  if (definition === undefined || writtenNumber(1, definition.format) === null) return '';
  const text = definition.text.replace(/%([1-9])/g, (_, digit: string) => {
    const at = Number(digit) - 1;
    const format = definition.legal ? 'decimal' : (levels.get(at)?.format ?? 'decimal');
    return writtenNumber(known[at] ?? startOf(at), format) ?? '';
  });
  // A number without a mark would run into the text.
  return /[\d一二三四五六七八九十]$/.test(text) ? `${text} ` : text;
}

function listsOf(numbering: string): Map<string, List> {
  const abstract = new Map<string, Map<number, Level>>();
  for (const [xml, id] of elements(numbering, 'abstractNum', 'abstractNumId')) {
    abstract.set(id, levelsOf(xml));
  }
  const lists = new Map<string, List>();
  for (const [xml, id] of elements(numbering, 'num', 'numId')) {
    const abstractId = attribute('abstractNumId', xml) ?? '';
    const levels = new Map(abstract.get(abstractId) ?? []);
    const restarts = new Map<number, number>();
    for (const [override, at] of elements(xml, 'lvlOverride', 'ilvl')) {
      for (const [level, definition] of levelsOf(override)) levels.set(level, definition);
      const start = attribute('startOverride', override);
      if (start !== null) restarts.set(Number(at), Number(start));
    }
    lists.set(id, { abstractId, levels, restarts });
  }
  return lists;
}

function levelsOf(xml: string): Map<number, Level> {
  const levels = new Map<number, Level>();
  for (const [level, at] of elements(xml, 'lvl', 'ilvl')) {
    if (Number(at) >= LEVELS) continue;
    levels.set(Number(at), {
      start: Number(attribute('start', level) ?? 1),
      format: attribute('numFmt', level) ?? 'decimal',
      text: unescaped(attribute('lvlText', level) ?? ''),
      legal: /<w:isLgl\b/.test(level),
    });
  }
  return levels;
}

/** The list and level of paragraphs by their style, also by the style it is based on. */
function stylePlaces(styles: string, numbering: string): Map<string, Place> {
  const own = new Map<string, StylePlace>();
  const basedOn = new Map<string, string>();
  for (const [xml, id] of elements(styles, 'style', 'styleId')) {
    const place = placeIn(xml);
    if (place !== null) own.set(id, place);
    const base = attribute('basedOn', xml);
    if (base !== null) basedOn.set(id, base);
  }
  const linked = new Map<string, number>();
  for (const [level, at] of elements(numbering, 'lvl', 'ilvl')) {
    const style = attribute('pStyle', level);
    if (style !== null) linked.set(style, Number(at));
  }
  const places = new Map<string, Place>();
  for (const id of new Set([...own.keys(), ...basedOn.keys()])) {
    let style: string | undefined = id;
    for (let depth = 0; style !== undefined && depth < LEVELS; depth++) {
      const found = own.get(style);
      if (found !== undefined) {
        places.set(id, { list: found.list, level: linked.get(style) ?? found.level ?? 0 });
        break;
      }
      style = basedOn.get(style);
    }
  }
  return places;
}

/** A place whose level may be told elsewhere. */
type StylePlace = { list: string; level: number | undefined };

function placeIn(xml: string): StylePlace | null {
  const [numbering] = xml.match(NUMBERING) ?? [];
  const list = numbering === undefined ? null : attribute('numId', numbering);
  if (list === null) return null;
  const level = attribute('ilvl', numbering ?? '');
  return { list, level: level === null ? undefined : Math.min(Number(level), LEVELS - 1) };
}

/** Elements of this name with the value of one attribute: [content, attribute]. None of them nests in itself. */
function elements(xml: string, name: string, key: string): [string, string][] {
  const found: [string, string][] = [];
  const open = new RegExp(`<w:${name}(?: [^<>]*?)? w:${key}="([^"<>]*)"[^<>]*>`, 'g');
  for (const match of xml.matchAll(open)) {
    const start = match.index + match[0].length;
    const end = match[0].endsWith('/>') ? start : xml.indexOf(`</w:${name}>`, start);
    // Nothing closes it, nor any that follows: the XML is broken, as mammoth will say.
    if (end < 0) break;
    found.push([xml.slice(start, end), match[1] ?? '']);
  }
  return found;
}

function attribute(name: string, xml: string): string | null {
  return new RegExp(`<w:${name}(?: [^<>]*?)? w:val="([^"<>]*)"`).exec(xml)?.[1] ?? null;
}

function unescaped(text: string): string {
  return text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
