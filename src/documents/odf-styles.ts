import { writtenNumber } from './word-numbers.js';
import { childrenOf, elementAt, type XmlElement } from './xml.js';

/** What an OpenDocument file says of how its text looks, as far as it matters. */
export interface OdfStyles {
  isStruck(style: string | undefined): boolean;
  /** A sheet that isn't shown. */
  isHidden(style: string | undefined): boolean;
  /** A list begins that the paragraphs inside count by; inside another one it counts a level deeper. */
  enterList(list: XmlElement, depth: number): void;
  /** The number of a paragraph that is the first of its list item; empty for any other. */
  numberOf(paragraph: XmlElement, depth: number): string;
}

interface Level {
  format: string;
  before: string;
  after: string;
  start: number;
}

/** Forms of numbers as OpenDocument names them, by their first characters, and as Word does. */
const FORMATS: readonly (readonly [RegExp, string])[] = [
  [/^一/u, 'chineseCounting'],
  [/^壹/u, 'chineseLegalSimplified'],
  [/^①/u, 'decimalEnclosedCircle'],
  [/^１/u, 'decimalFullWidth'],
  [/^a/u, 'lowerLetter'],
  [/^A/u, 'upperLetter'],
  [/^1/u, 'decimal'],
];

/** @param content root of content.xml @param shared root of styles.xml */
export function odfStyles(content: XmlElement, shared: XmlElement | null): OdfStyles {
  const groups = [
    elementAt(content, 'document-content', 'automatic-styles'),
    shared === null ? undefined : elementAt(shared, 'document-styles', 'styles'),
    shared === null ? undefined : elementAt(shared, 'document-styles', 'automatic-styles'),
  ];
  const styles = groups.flatMap((group) => childrenOf(group, 'style'));
  const named = (holds: (style: XmlElement) => boolean) =>
    new Set(styles.filter(holds).map(({ attributes }) => attributes.name));
  const struck = named((style) => {
    const line = elementAt(style, 'text-properties')?.attributes['text-line-through-style'];
    return line !== undefined && line !== 'none';
  });
  const hidden = named((style) => elementAt(style, 'table-properties')?.attributes.display === 'false');
  const lists = new Map(
    groups.flatMap((group) =>
      childrenOf(group, 'list-style').map((style) => [style.attributes.name ?? '', levelsOf(style)] as const),
    ),
  );
  const counting = new Map<number, { levels: ReadonlyMap<number, Level>; style: string }>();
  const counters = new Map<string, number>();
  const numbered = new WeakSet<XmlElement>();
  return {
    isStruck: (style) => style !== undefined && struck.has(style),
    isHidden: (style) => style !== undefined && hidden.has(style),
    enterList(list, depth) {
      const style = list.attributes['style-name'] ?? counting.get(depth - 1)?.style ?? '';
      counting.set(depth, { levels: lists.get(style) ?? new Map(), style });
      const goesOn = list.attributes['continue-numbering'] === 'true' || list.attributes['continue-list'];
      if (!goesOn) counters.delete(`${style} ${depth}`);
      for (const item of childrenOf(list, 'list-item')) {
        const first = item.children.find((child) => typeof child !== 'string');
        if (typeof first === 'object') numbered.add(first);
      }
    },
    numberOf(paragraph, depth) {
      const list = counting.get(depth - 1);
      const level = list?.levels.get(depth);
      if (list === undefined || level === undefined || !numbered.has(paragraph)) return '';
      const key = `${list.style} ${depth - 1}`;
      const value = (counters.get(key) ?? level.start - 1) + 1;
      counters.set(key, value);
      const number = writtenNumber(value, level.format);
      return number === null ? '' : `${level.before}${number}${level.after}`;
    },
  };
}

function levelsOf(style: XmlElement): Map<number, Level> {
  const levels = new Map<number, Level>();
  for (const level of childrenOf(style, 'list-level-style-number')) {
    const { attributes } = level;
    const said = attributes['num-format'] ?? '';
    const format = FORMATS.find(([pattern]) => pattern.test(said))?.[1] ?? 'none';
    // Newer files write the whole form: （%1%）.
    const [, before, after] = /^(.*?)%\d%(.*)$/u.exec(attributes['num-list-format'] ?? '') ?? [];
    levels.set(Number(attributes.level ?? 1), {
      format,
      before: before ?? attributes['num-prefix'] ?? '',
      after: after ?? attributes['num-suffix'] ?? '',
      start: Number(attributes['start-value'] ?? 1) || 1,
    });
  }
  return levels;
}
