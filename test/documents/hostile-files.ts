import ExcelJS from 'exceljs';
import { strToU8, unzipSync, type Zippable, zipSync } from 'fflate';

type Parts = Record<string, Uint8Array>;

/** A workbook of one sheet with these rows. */
export async function workbookOf(rows: readonly (readonly (string | number)[])[]): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('示例清单');
  for (const row of rows) sheet.addRow([...row]);
  return new Uint8Array((await book.xlsx.writeBuffer()) as unknown as ArrayBuffer);
}

/** An archive with its parts changed. */
export function changed(archive: Uint8Array, change: (parts: Parts) => Parts): Uint8Array {
  return zipSync(change(unzipSync(archive)) as Zippable);
}

/** One part as text, changed. */
export function withText(part: string, change: (text: string) => string): (parts: Parts) => Parts {
  return (parts) => ({
    ...parts,
    [part]: strToU8(change(Buffer.from(parts[part] ?? new Uint8Array()).toString('utf8'))),
  });
}

/** A PDF of one page with this content stream. */
export function pdfWith(content: string, options: { trailer?: string; extra?: string[] } = {}): Uint8Array {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 5 0 R >> >> /Contents 4 0 R >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ...(options.extra ?? []),
  ];
  let file = '%PDF-1.7\n';
  const offsets = objects.map((object, i) => {
    const at = file.length;
    file += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const rows = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  const start = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`;
  file += `trailer << /Size ${objects.length + 1} /Root 1 0 R ${options.trailer ?? ''} >>\n`;
  return Buffer.from(`${file}startxref\n${start}\n%%EOF\n`, 'latin1');
}
