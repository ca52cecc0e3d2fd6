import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readKnowledge } from '#app/open.js';
import { parseDocument } from '#catalogue/parse.js';
import { type Document, documentSchema } from '#catalogue/schema.js';
import { readFileContent } from '#documents/read.js';
import { EXPORT_FORMATS, type ExportFormat, exportDocument } from '#importing/export.js';
import { exportedDocument } from '#importing/own-format.js';
import { RECORD_COLUMNS } from '#importing/records.js';
import { anyDocument } from './support.js';

async function thereAndBack(document: Document, format: ExportFormat): Promise<Document | null> {
  const bytes = await exportDocument(document, format);
  if (format === 'yaml') return parseDocument({ path: 'x', text: Buffer.from(bytes).toString('utf8') });
  return exportedDocument(await readFileContent(bytes, `x.${format}`));
}

describe('importing an export', () => {
  it.each(EXPORT_FORMATS)('as .%s gives any document back', async (format) => {
    await fc.assert(
      fc.asyncProperty(anyDocument, async (document) => {
        expect(await thereAndBack(document, format)).toEqual(document);
      }),
      { numRuns: format === 'xlsx' ? 60 : 200 },
    );
  });

  it.each(EXPORT_FORMATS)('as .%s gives every document of the knowledge base back', async (format) => {
    for (const document of readKnowledge().documents) {
      expect(await thereAndBack(document, format)).toEqual(document);
    }
  });

  it('covers every field of the schema', () => {
    const keysOf = (schema: { shape: object }, ...own: string[]): string[] =>
      Object.keys(schema.shape).filter((key) => !own.includes(key));
    const { lists, provisions } = documentSchema.shape;
    const list = lists.unwrap().element;
    const written = (type: string): string[] =>
      RECORD_COLUMNS.flatMap(({ key, of }) => (of.some((known) => known === type) ? [key] : []));
    // A full text is attached to a document, and comes off it again, by itself.
    const apart = ['lists', 'provisions', 'fullText'];
    expect(written('文件').sort()).toEqual(keysOf(documentSchema, ...apart).sort());
    expect(written('清单').sort()).toEqual(keysOf(list, 'items').sort());
    expect(written('事项').sort()).toEqual(keysOf(list.shape.items.unwrap().element).sort());
    expect(written('条款').sort()).toEqual(keysOf(provisions.unwrap().element).sort());
  });
});
