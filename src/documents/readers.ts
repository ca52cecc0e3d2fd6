import type { FileFormat } from './content.js';
import type { Reader } from './reader.js';

const plainText: Reader = async (bytes, limits) => (await import('./txt.js')).readPlainText(bytes, limits);

/**
 * The reader of each format. A library is loaded when its first file comes, and where it is read: a command that reads
 * no file pays nothing. YAML is one of the knowledge base's own documents and stays text.
 */
export const READERS: Readonly<Record<FileFormat, Reader>> = {
  xlsx: async (...task) => (await import('./xlsx.js')).readXlsx(...task),
  docx: async (bytes, limits) => (await import('./docx.js')).readDocx(bytes, limits),
  pdf: async (...task) => (await import('./pdf.js')).readPdf(...task),
  csv: async (bytes, limits) => (await import('./csv.js')).readCsv(bytes, limits),
  txt: plainText,
  yaml: plainText,
  doc: async (bytes, limits) => (await import('./doc.js')).readDoc(bytes, limits),
  xls: async (...task) => (await import('./xls.js')).readXls(...task),
  rtf: async (bytes, limits) => (await import('./rtf.js')).readRtf(bytes, limits),
  odt: async (bytes, limits) => (await import('./odf.js')).readOdt(bytes, limits),
  ods: async (bytes, limits) => (await import('./odf.js')).readOds(bytes, limits),
  ofd: async (...task) => (await import('./ofd.js')).readOfd(...task),
  eml: async (...task) => (await import('./eml.js')).readEml(...task, READERS),
};
