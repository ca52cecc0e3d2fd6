import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** Where Office keeps when a file was made and last changed. */
const PROPERTIES = 'docProps/core.xml';
/** The first day that a zip archive can hold, in whatever zone: the same bytes everywhere. */
const FIRST_DAY = new Date(1980, 0, 1);

/**
 * An Office file that a library has just written, with fixed dates inside: the same content then gives the same bytes.
 * @param day YYYY-MM-DD, shown as the day it was made
 */
export function withFixedDates(file: Uint8Array, day: string): Uint8Array {
  const parts = unzipSync(file);
  const properties = parts[PROPERTIES];
  if (properties !== undefined) {
    const dated = strFromU8(properties).replace(
      /(<dcterms:(?:created|modified)[^>]*>)[^<]*/g,
      `$1${day}T00:00:00Z`,
    );
    parts[PROPERTIES] = strToU8(dated);
  }
  return zipSync(parts, { mtime: FIRST_DAY });
}
