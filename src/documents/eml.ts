import { QingdanError, shown } from '#errors.js';
import type { Block, FileFormat } from './content.js';
import { formatOf } from './format.js';
import { Allowance, type ReadLimits } from './limits.js';
import type { Progress, Reader } from './reader.js';

/** Attachments that are looked at. */
const MOST_ATTACHMENTS = 20;

/**
 * A mail: subject, text, and what is attached, one behind the other. A picture among it says nothing here.
 * @param readers for the attachments; a mail inside a mail isn't read
 * @throws QingdanError QD-FILE-…
 */
export async function readEml(
  bytes: Uint8Array,
  limits: ReadLimits,
  progress: Progress,
  readers: Readonly<Record<FileFormat, Reader>>,
): Promise<Block[]> {
  const { default: PostalMime } = await import('postal-mime');
  const mail = await PostalMime.parse(bytes, { maxNestingDepth: 20, maxHeadersSize: 1_000_000 });
  const allowance = new Allowance(limits);
  const blocks: Block[] = [];
  const lines = [mail.subject ?? '', ...(mail.text ?? textOfHtml(mail.html ?? '')).split('\n')];
  for (const [i, line] of lines.entries()) {
    const text = line.trim();
    if (text === '') continue;
    allowance.paragraph(i + 1, text);
    blocks.push({ type: 'paragraph', line: i + 1, text });
  }
  const files = mail.attachments.filter(
    ({ mimeType, related }) => !related && !mimeType.startsWith('image/'),
  );
  if (files.length > MOST_ATTACHMENTS) {
    throw new QingdanError('QD-FILE-LIMIT', `邮件的附件超过 ${MOST_ATTACHMENTS} 个，请分别存下来再试`);
  }
  for (const [i, { filename, content }] of files.entries()) {
    const data = typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content);
    blocks.push(...(await attachment(data, filename ?? '附件', limits, readers)));
    progress(i + 1, files.length);
  }
  return blocks;
}

async function attachment(
  data: Uint8Array,
  name: string,
  limits: ReadLimits,
  readers: Readonly<Record<FileFormat, Reader>>,
): Promise<Block[]> {
  try {
    const format = formatOf(data, name);
    if (format === 'eml') throw new QingdanError('QD-FILE-TYPE', '邮件里还有邮件');
    return await readers[format](data, limits, () => undefined);
  } catch (cause) {
    if (!(cause instanceof QingdanError)) throw cause;
    throw new QingdanError(
      cause.code,
      `邮件的附件「${shown(name)}」读不了：${cause.message}。请把要看的附件存下来单独发`,
      { cause },
    );
  }
}

/** The words of a mail that has no plain text; its marks are only where lines end. */
function textOfHtml(html: string): string {
  return html
    .replace(/<(style|script|head)\b[\s\S]*?<\/\1>/giu, '')
    .replace(/<(?:br|\/p|\/div|\/tr|\/li|\/h\d)\b[^>]*>/giu, '\n')
    .replace(/<\/t[dh]\b[^>]*>/giu, '\t')
    .replace(/<[^>]*>/gu, '')
    .replace(
      /&(nbsp|lt|gt|quot|amp|#\d{1,7});/giu,
      (_, name: string) => ENTITIES[name.toLowerCase()] ?? codeOf(name),
    );
}

const ENTITIES: Readonly<Record<string, string>> = { nbsp: ' ', lt: '<', gt: '>', quot: '"', amp: '&' };

function codeOf(name: string): string {
  const point = Number(name.slice(1));
  return point > 0 && point <= 0x10_ffff ? String.fromCodePoint(point) : '';
}
