import { QingdanError, shown } from '#errors.js';
import type { FileFormat } from './content.js';

/** What the first bytes of a file say it is; `text` for whatever has no bytes of its own. */
type Signature = 'zip' | 'pdf' | 'ole' | 'image' | 'rtf' | 'program' | 'html' | 'text';

/** What a file of this name holds, by how it begins: WPS writes either kind, and many a .doc is RTF inside. */
type Expected = Partial<Record<Signature, FileFormat>>;

const WORD: Expected = { ole: 'doc', zip: 'docx', rtf: 'rtf' };
const SHEET: Expected = { ole: 'xls', zip: 'xlsx' };

const BY_EXTENSION: Readonly<Record<string, Expected>> = {
  xlsx: { zip: 'xlsx' },
  docx: { zip: 'docx' },
  pdf: { pdf: 'pdf' },
  csv: { text: 'csv' },
  tsv: { text: 'csv' },
  txt: { text: 'txt' },
  yaml: { text: 'yaml' },
  yml: { text: 'yaml' },
  doc: WORD,
  wps: WORD,
  rtf: { rtf: 'rtf' },
  xls: SHEET,
  et: SHEET,
  odt: { zip: 'odt' },
  ods: { zip: 'ods' },
  ofd: { zip: 'ofd' },
  eml: { text: 'eml' },
};

/** Endings of the files that hold a notice or a list, without the dot, in the order in which people are told of them. */
export const READABLE = [
  'docx',
  'doc',
  'wps',
  'pdf',
  'ofd',
  'rtf',
  'odt',
  'txt',
  'eml',
  'xlsx',
  'xls',
  'et',
  'ods',
  'csv',
] as const;

const PICTURE_ADVICE = '图片先用 qingdan ocr 识别成核对表，逐行核对后再用；也可以把文字照着打出来发';

const ADVICE: Readonly<Record<string, string>> = {
  xlsm: '带宏的表格不读，请另存为不带宏的 .xlsx',
  docm: '带宏的文档不读，请另存为不带宏的 .docx',
  png: PICTURE_ADVICE,
  jpg: PICTURE_ADVICE,
  jpeg: PICTURE_ADVICE,
  zip: '请解压后把里面的文件分别发来；命令行可用 qingdan screen 一次研判整个压缩包',
  rar: '请解压后把里面的文件分别发来',
  ppt: '请把文字复制出来，存成 .txt 或 .docx',
  pptx: '请把文字复制出来，存成 .txt 或 .docx',
  msg: '请在邮件软件里另存为 .eml，或把附件单独存下来',
  md: '请另存为 .txt',
  html: '请用浏览器打开，把文字复制出来存成 .txt',
  htm: '请用浏览器打开，把文字复制出来存成 .txt',
};

const SIGNATURE_WORDS: Record<Signature, string> = {
  zip: '压缩包（或 .xlsx、.docx）',
  pdf: 'PDF',
  ole: '旧版 Office 文件，或加了密码的 Office 文件',
  image: '图片',
  rtf: 'RTF 文档',
  html: '网页（有的系统这样导出表格，请用办公软件打开后另存为 .xlsx 或 .docx）',
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
      `不读「${shown(name)}」这种文件，${advice ?? `可读的有 ${READABLE.map((ending) => `.${ending}`).join('、')}`}`,
    );
  }
  if (bytes.length === 0) throw new QingdanError('QD-FILE-NO-TEXT', `「${shown(name)}」是空文件`);
  const signature = signatureOf(bytes);
  const format = expected[signature];
  if (format !== undefined) return format;
  if (signature === 'ole' && expected.zip !== undefined) {
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
  const head = Buffer.from(bytes.subarray(0, PDF_HEADER_WITHIN));
  if (head.includes('%PDF-')) return 'pdf';
  return /^\s*<(?:!doctype html|html|table|meta)\b/iu.test(head.toString('latin1')) ? 'html' : 'text';
}
