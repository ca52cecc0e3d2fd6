import { QingdanError, shown } from '#errors.js';
import type { FileFormat } from './content.js';

/** What the first bytes of a file say it is; `text` for whatever has no bytes of its own. */
type Signature = 'zip' | 'pdf' | 'ole' | 'image' | 'rtf' | 'program' | 'text';

const BY_EXTENSION: Readonly<Record<string, { format: FileFormat; signature: Signature }>> = {
  xlsx: { format: 'xlsx', signature: 'zip' },
  docx: { format: 'docx', signature: 'zip' },
  pdf: { format: 'pdf', signature: 'pdf' },
  csv: { format: 'csv', signature: 'text' },
  tsv: { format: 'csv', signature: 'text' },
  txt: { format: 'txt', signature: 'text' },
  yaml: { format: 'yaml', signature: 'text' },
  yml: { format: 'yaml', signature: 'text' },
};

const ADVICE: Readonly<Record<string, string>> = {
  xls: '请用表格软件另存为 .xlsx',
  et: '请用表格软件另存为 .xlsx',
  ods: '请用表格软件另存为 .xlsx',
  doc: '请用文字处理软件另存为 .docx',
  wps: '请用文字处理软件另存为 .docx',
  odt: '请用文字处理软件另存为 .docx',
  rtf: '请用文字处理软件另存为 .docx',
  xlsm: '带宏的表格不读，请另存为不带宏的 .xlsx',
  docm: '带宏的文档不读，请另存为不带宏的 .docx',
  ofd: '请另存为有文字的 .pdf 或 .docx',
  md: '请另存为 .txt',
};

const SIGNATURE_WORDS: Record<Signature, string> = {
  zip: '压缩包（或 .xlsx、.docx）',
  pdf: 'PDF',
  ole: '旧版 Office 文件，或加了密码的 Office 文件',
  image: '图片',
  rtf: 'RTF 文档',
  program: '程序',
  text: '纯文本',
};

/**
 * The format of a file: the one its name says, if its first bytes agree.
 * @throws QingdanError QD-FILE-TYPE; QD-FILE-LOCKED where an .xlsx or .docx is wrapped in an encrypted container;
 * QD-FILE-NO-TEXT for an empty file
 */
export function formatOf(bytes: Uint8Array, name: string): FileFormat {
  const extension = /\.([A-Za-z0-9]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  const expected = Object.hasOwn(BY_EXTENSION, extension) ? BY_EXTENSION[extension] : undefined;
  if (expected === undefined) {
    const advice = Object.hasOwn(ADVICE, extension) ? ADVICE[extension] : undefined;
    throw new QingdanError(
      'QD-FILE-TYPE',
      `不读「${shown(name)}」这种文件，${advice ?? '可读的有 .xlsx、.docx、.pdf、.csv、.tsv、.txt、.yaml'}`,
    );
  }
  if (bytes.length === 0) throw new QingdanError('QD-FILE-NO-TEXT', `「${shown(name)}」是空文件`);
  const signature = signatureOf(bytes);
  if (signature === expected.signature) return expected.format;
  if (signature === 'ole' && expected.signature === 'zip') {
    throw new QingdanError(
      'QD-FILE-LOCKED',
      `「${shown(name)}」加了密码，或是改了扩展名的旧版 Office 文件，请去掉密码并另存为 .${extension}`,
    );
  }
  throw new QingdanError(
    'QD-FILE-TYPE',
    `「${shown(name)}」的内容不是 .${extension}，而像是${SIGNATURE_WORDS[signature]}，请核对文件或改正扩展名`,
  );
}

const MAGIC: readonly (readonly [Signature, readonly number[]])[] = [
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['zip', [0x50, 0x4b, 0x05, 0x06]],
  ['pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['ole', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ['image', [0x89, 0x50, 0x4e, 0x47]],
  ['image', [0xff, 0xd8, 0xff]],
  ['image', [0x47, 0x49, 0x46, 0x38]],
  ['rtf', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ['program', [0x7f, 0x45, 0x4c, 0x46]],
  ['program', [0x4d, 0x5a]],
];
/** A PDF may have other bytes in front of its header, up to this many (ISO 32000-1, annex H.3.4.1). */
const PDF_HEADER_WITHIN = 1024;

function signatureOf(bytes: Uint8Array): Signature {
  const found = MAGIC.find(([, magic]) => magic.every((byte, i) => bytes[i] === byte));
  if (found !== undefined) return found[0];
  return Buffer.from(bytes.subarray(0, PDF_HEADER_WITHIN)).includes('%PDF-') ? 'pdf' : 'text';
}
