import { QingdanError } from '#errors.js';

/** A run of text as a .doc keeps it ([MS-DOC] 2.4.1): where it stands in the file, and in the document. */
export interface DocPiece {
  /** Offset in the WordDocument stream. */
  fileStart: number;
  /** Characters. */
  length: number;
  /** Bytes of a character. */
  width: 1 | 2;
}

/** What the head of a .doc says ([MS-DOC] 2.5, Fib). */
export interface DocHead {
  /** Name of the stream with the tables. */
  table: '0Table' | '1Table';
  /** Characters of the main text. */
  characters: number;
  /** Offset and length of structures in the table stream. */
  pieces: DocPlace;
  paragraphs: DocPlace;
  runs: DocPlace;
}

export interface DocPlace {
  offset: number;
  length: number;
}

/** Magic number of Word 97 and later, and the first version with Unicode. */
const WORD = 0xa5ec;
const WORD_97 = 0x00c1;
const ENCRYPTED = 0x0100;

/** @throws QingdanError QD-FILE-TYPE, QD-FILE-LOCKED, QD-FILE-BROKEN */
export function docHead(stream: Buffer): DocHead {
  if (stream.length < 0x1aa) throw brokenDoc();
  if (stream.readUInt16LE(0) !== WORD || stream.readUInt16LE(2) < WORD_97) {
    throw new QingdanError(
      'QD-FILE-TYPE',
      '文件是 Word 97 以前的格式，请用文字处理软件打开，另存为 .docx 后再试',
    );
  }
  const flags = stream.readUInt16LE(0x0a);
  if ((flags & ENCRYPTED) !== 0) {
    throw new QingdanError('QD-FILE-LOCKED', '文件加了密码，请去掉密码后再试');
  }
  const place = (at: number): DocPlace => ({
    offset: stream.readUInt32LE(at),
    length: stream.readUInt32LE(at + 4),
  });
  return {
    table: (flags & 0x0200) === 0 ? '0Table' : '1Table',
    characters: stream.readUInt32LE(0x4c),
    pieces: place(0x1a2),
    paragraphs: place(0x102),
    runs: place(0xfa),
  };
}

/** Marks of the parts of a Clx ([MS-DOC] 2.9.38). */
const PROPERTIES = 1;
const PIECE_TABLE = 2;

/** The pieces of the text in their order. @throws QingdanError QD-FILE-BROKEN */
export function docPieces(table: Buffer, { offset, length }: DocPlace): DocPiece[] {
  const end = Math.min(table.length, offset + length);
  let at = offset;
  while (at + 3 <= end && table[at] === PROPERTIES) at += 3 + table.readUInt16LE(at + 1);
  if (at + 5 > end || table[at] !== PIECE_TABLE) throw brokenDoc();
  const size = table.readUInt32LE(at + 1);
  const count = Math.floor((size - 4) / 12);
  const start = at + 5;
  if (count < 1 || start + size > table.length) throw brokenDoc();
  const pieces: DocPiece[] = [];
  for (let i = 0; i < count; i++) {
    const from = table.readUInt32LE(start + i * 4);
    const to = table.readUInt32LE(start + (i + 1) * 4);
    if (to < from) throw brokenDoc();
    const packed = table.readUInt32LE(start + (count + 1) * 4 + i * 8 + 2);
    const compressed = (packed & 0x4000_0000) !== 0;
    const fileStart = packed & 0x3fff_ffff;
    pieces.push({
      fileStart: compressed ? fileStart / 2 : fileStart,
      length: to - from,
      width: compressed ? 1 : 2,
    });
  }
  return pieces;
}

export function brokenDoc(): QingdanError {
  return new QingdanError('QD-FILE-BROKEN', 'Word 文档已损坏，请重新取得或另存后再试');
}
