import type ExcelJS from 'exceljs';

/** What a cell shows, as text: of a formula its result, of a date YYYY-MM-DD, of rich text and links their words. */
export function cellText(value: ExcelJS.CellValue): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return clean(value);
  if (typeof value === 'number') return numberText(value);
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10);
  if ('richText' in value) return clean(value.richText.map(({ text }) => text).join(''));
  if ('error' in value) return value.error;
  if ('result' in value) return cellText(value.result ?? null);
  // A link's words may themselves be rich text, which exceljs doesn't declare.
  if ('text' in value) return cellText(value.text as ExcelJS.CellValue);
  return '';
}

/** 3.0000000000000004 is what a spreadsheet shows as 3. */
function numberText(value: number): string {
  return String(Number(value.toPrecision(15)));
}

function clean(text: string): string {
  return text.replace(/\r\n?/g, '\n').trim();
}
