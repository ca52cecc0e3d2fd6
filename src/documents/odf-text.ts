import type { OdfStyles } from './odf-styles.js';
import type { XmlElement } from './xml.js';

/** What a reader of an OpenDocument text goes by. */
export interface OdfText {
  styles: OdfStyles;
  /** Words that are struck out were left out. */
  struck: boolean;
}

/** The words of a paragraph as they are seen. */
export function textOf(element: XmlElement, reading: OdfText): string {
  const { styles } = reading;
  if (styles.isStruck(element.attributes['style-name'])) {
    reading.struck = true;
    return '';
  }
  return element.children
    .map((child) => {
      if (typeof child === 'string') return child.replace(/[\r\n\t ]+/gu, ' ');
      if (child.name === 's') return ' '.repeat(Math.min(100, Number(child.attributes.c ?? 1) || 1));
      if (child.name === 'tab') return ' ';
      if (child.name === 'line-break') return '\n';
      return UNPRINTED.has(child.name) ? '' : textOf(child, reading);
    })
    .join('');
}

/** Notes and what belongs to nobody's text. */
const UNPRINTED = new Set([
  'note',
  'annotation',
  'annotation-end',
  'tracked-changes',
  'frame',
  'ruby-text',
  'change',
]);
