import { QingdanError } from '#errors.js';
import type { Block } from './content.js';
import type { ReadLimits } from './limits.js';
import { AS_TEXT, CHARSET_CODEPAGE, ENCODINGS, FORMATS, NO_TEXT, PARAGRAPHS } from './rtf-words.js';
import { type CellShape, WordFlow } from './word-flow.js';

/** A control word with its number, a character by its code, a control symbol, a brace, or text (RTF 1.9.1, Syntax). */
const TOKEN = /\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z])|([{}])|([^\\{}\r\n]+)/gy;
const LINE_ENDS = /[\r\n]+/gy;

/** What holds within a group. */
interface State {
  skipped: boolean;
  struck: boolean;
  hidden: boolean;
  inTable: boolean;
  encoding: string;
  /** Characters that stand for a \\u where a reader doesn't know it. */
  fallback: number;
  /** In the table of fonts: whose encoding is told. */
  font: number | null;
}

/** Paragraphs and tables of an RTF document; the numbers of paragraphs stand in it as text. @throws QingdanError QD-FILE-… */
export async function readRtf(bytes: Uint8Array, limits: ReadLimits): Promise<Block[]> {
  const reader = new RtfReader(new WordFlow(limits));
  return reader.read(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1'));
}

/** Groups inside one another; Word writes a dozen. */
const DEEPEST = 500;

class RtfReader {
  private state: State = {
    skipped: false,
    struck: false,
    hidden: false,
    inTable: false,
    encoding: 'gb18030',
    fallback: 1,
    font: null,
  };
  private readonly stack: State[] = [];
  private readonly fonts = new Map<number, string>();
  private text: string[] = [];
  private pending: number[] = [];
  private toSkip = 0;
  private shapes: CellShape[] = [];
  private shape = { joinsLeft: false, joinsAbove: false };

  constructor(private readonly flow: WordFlow) {}

  read(source: string): Block[] {
    TOKEN.lastIndex = 0;
    let at = 0;
    while (at < source.length) {
      LINE_ENDS.lastIndex = at;
      if (LINE_ENDS.test(source)) {
        at = LINE_ENDS.lastIndex;
        continue;
      }
      TOKEN.lastIndex = at;
      const token = TOKEN.exec(source);
      if (token === null) throw broken();
      at = TOKEN.lastIndex;
      this.take(token);
    }
    // A file that was cut off would be read by half.
    if (this.stack.length > 0) throw broken();
    this.decode();
    const rest = this.text.join('');
    if (rest.trim() !== '') this.flow.paragraph(rest);
    return this.flow.finish();
  }

  private take([, word, number, hex, symbol, brace, text]: RegExpExecArray): void {
    if (hex !== undefined) this.byte(Number.parseInt(hex, 16));
    else if (text !== undefined) for (const char of text) this.byte(char.charCodeAt(0));
    else if (brace === '{') this.open();
    else if (brace === '}') this.close();
    else if (symbol !== undefined) this.symbol(symbol);
    else if (word !== undefined) this.word(word, number === undefined ? null : Number(number));
  }

  private open(): void {
    this.decode();
    if (this.stack.length >= DEEPEST) throw broken();
    this.stack.push({ ...this.state });
  }

  private close(): void {
    this.decode();
    const outer = this.stack.pop();
    if (outer === undefined) throw broken();
    this.state = outer;
  }

  private byte(code: number): void {
    if (this.toSkip > 0) {
      this.toSkip--;
      return;
    }
    const { skipped, hidden, struck } = this.state;
    if (skipped || hidden) return;
    if (!struck) this.pending.push(code);
    else if (code > 0x20) this.flow.struckOut();
  }

  private unicode(code: number): void {
    this.decode();
    const { skipped, hidden, struck, fallback } = this.state;
    this.toSkip = fallback;
    if (struck && !skipped) this.flow.struckOut();
    else if (!skipped && !hidden) this.text.push(String.fromCharCode(code & 0xffff));
  }

  /** The bytes so far as characters: those of two bytes come one after the other. */
  private decode(): void {
    if (this.pending.length === 0) return;
    this.text.push(new TextDecoder(this.state.encoding).decode(Uint8Array.from(this.pending)));
    this.pending = [];
  }

  private add(text: string): void {
    this.decode();
    if (!this.state.skipped) this.text.push(text);
  }

  private symbol(symbol: string): void {
    if (symbol === '*') this.state.skipped = true;
    else if (symbol === '~') this.add(' ');
    else if (symbol === '_') this.add('-');
    else if (symbol === '\r' || symbol === '\n') this.paragraph();
    else if ('\\{}'.includes(symbol)) this.byte(symbol.charCodeAt(0));
  }

  private word(word: string, number: number | null): void {
    const { state } = this;
    if (word === 'u' && number !== null) this.unicode(number);
    else if (NO_TEXT.has(word)) this.startSkipped(word);
    else if (word === 'listtext' || word === 'pntext') state.skipped = false;
    else if (word === 'object' || word === 'objdata') throw embedded();
    else if (PARAGRAPHS.has(word)) this.structure(word, number);
    else this.format(word, number);
  }

  private startSkipped(word: string): void {
    this.decode();
    this.state.skipped = true;
    // Only what it says of encodings is looked at.
    if (word === 'fonttbl') this.state.font = -1;
  }

  private structure(word: string, number: number | null): void {
    if (this.state.skipped) return;
    if (word === 'line') this.add('\n');
    else if (word === 'tab') this.add(' ');
    else if (word === 'cell') this.flow.cellEnd(this.taken());
    else if (word === 'row') this.flow.rowEnd(this.shapes);
    else if (word === 'clmrg') this.shape.joinsLeft = true;
    else if (word === 'clvmrg') this.shape.joinsAbove = true;
    else if (word === 'trowd') {
      this.shapes = [];
      this.shape = { joinsLeft: false, joinsAbove: false };
    } else if (word === 'cellx') {
      this.shapes.push({ right: number ?? 0, ...this.shape });
      this.shape = { joinsLeft: false, joinsAbove: false };
    } else this.paragraph();
  }

  private paragraph(): void {
    const text = this.taken();
    if (this.state.inTable) this.flow.cellLine(text);
    else this.flow.paragraph(text);
  }

  private taken(): string {
    this.decode();
    const text = this.text.join('');
    this.text = [];
    return text;
  }

  private format(word: string, number: number | null): void {
    const { state } = this;
    const on = number !== 0;
    // What follows is in another encoding, or seen differently.
    if (FORMATS.has(word)) this.decode();
    const as = AS_TEXT[word];
    if (as !== undefined) this.add(as);
    else if (word === 'strike' || word === 'striked') state.struck = on;
    else if (word === 'v' || word === 'deleted') state.hidden = on;
    else if (word === 'plain') Object.assign(state, { struck: false, hidden: false });
    else if (word === 'pard') state.inTable = false;
    else if (word === 'intbl') state.inTable = true;
    else if (word === 'uc') state.fallback = Math.max(0, number ?? 1);
    else if (word === 'ansicpg') state.encoding = ENCODINGS[number ?? 0] ?? state.encoding;
    else if (word === 'f' && number !== null) this.useFont(number);
    else if (word === 'fcharset' && state.font !== null && state.font >= 0) {
      const encoding = ENCODINGS[CHARSET_CODEPAGE[number ?? 0] ?? 0];
      if (encoding !== undefined && number !== 0) this.fonts.set(state.font, encoding);
    }
  }

  private useFont(number: number): void {
    if (this.state.font !== null) this.state.font = number;
    else this.state.encoding = this.fonts.get(number) ?? this.state.encoding;
  }
}

const broken = () => new QingdanError('QD-FILE-BROKEN', 'RTF 文档已损坏：括号不成对，请重新取得或另存后再试');
const embedded = () =>
  new QingdanError(
    'QD-FILE-UNSAFE',
    '文件里嵌着别的文件，为安全起见不读，请删去嵌入的对象，或把其中的清单另存为单独的文件',
  );
