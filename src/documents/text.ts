import { type FileFormat, plainText } from './content.js';
import { type ReadOptions, readFileContent } from './read.js';

/** The text of a file. */
export interface FileText {
  name: string;
  format: FileFormat;
  /** A line per paragraph or table row; the cells of a row apart by tabs. Lines end with \n. */
  text: string;
}

/**
 * The plain text of a .docx, .pdf or .txt (and of a table, row by row), read in a thread of its own under the limits of
 * `READ_LIMITS`.
 * @throws QingdanError with a QD-FILE-… code, QD-CANCELLED
 */
export async function readText(
  bytes: Uint8Array,
  name: string,
  options: ReadOptions = {},
): Promise<FileText> {
  const content = await readFileContent(bytes, name, options);
  return { name, format: content.format, text: plainText(content) };
}
