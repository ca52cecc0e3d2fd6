import type { Paragraph } from '../documents/content.js';
import { shown } from '../errors.js';
import { type ExtractedList, type ExtractedRow, emptyRow, type ImportFinding, oneLine } from './extracted.js';
import { isIndented, LABELLED, LABELLED_AT_END, nameAndSummary, setLabelled, widthOf } from './item-text.js';
import { kindOfTitle } from './kinds.js';
import type { Numbered } from './numbering.js';
import { type TextLine, textLines } from './text-lines.js';
import { bareTitle, isInstruction, isListTitle, isNoticeTitle, titleFacts } from './titles.js';
import { isRest, isUnfinished, joined, LONGEST_FIELD } from './unfinished.js';

export interface ParagraphOptions {
  /** Title of the file. */
  title: string;
  /** Whether a paragraph may be broken into several lines, as in a .txt. */
  wraps: boolean;
  findings: ImportFinding[];
}

/** What was found in paragraphs. */
export interface TextLists {
  lists: ExtractedList[];
  /** Whether they stand in what is attached to a notice. */
  attached: boolean;
}

/** Where paragraphs stand in reports. */
const PART = '正文';
/** Below the items' own level: what an item consists of. */
const DETAIL_LEVELS = 4;
/** UTF-16 units of a heading without a number. */
const LONGEST_HEADING = 20;
/** The line above what is attached to a notice. */
const ANNEX = /^附\s*件\s*[\d一二三四五六七八九十]{0,3}\s*[:：]?$/;

/**
 * The lists of numbered paragraphs. A number with numbers of a lower order below it is a heading: it names a list
 * (「一、自治事项（23项）」), a batch or a category; the others are items. Of a notice with a list attached, only what is
 * attached is read: its own numbered paragraphs are instructions.
 */
export function listsOfParagraphs(paragraphs: readonly Paragraph[], options: ParagraphOptions): TextLists {
  const lines = textLines(paragraphs);
  const annex = lines.findIndex(({ paragraph }) => ANNEX.test(paragraph.text.trim()));
  if (annex > 0) {
    const findings: ImportFinding[] = [];
    const attached = new TextReader(lines.slice(annex), { ...options, findings }).lists();
    if (attached.length > 0) {
      options.findings.push(...findings, ...instructions(lines.slice(0, annex)));
      return { lists: attached, attached: true };
    }
  }
  return { lists: new TextReader(lines, options).lists(), attached: false };
}

function instructions(body: readonly TextLine[]): ImportFinding[] {
  const first = body.find(({ numbered }) => numbered !== null);
  if (first === undefined) return [];
  const count = body.filter(({ numbered }) => numbered !== null).length;
  return [
    {
      severity: 'note',
      place: { part: PART, line: first.paragraph.line },
      problem: `附件前面的 ${count} 个编号段落是正文，没有读入`,
      advice: '如也是清单，请另存为单独的文件再导入',
    },
  ];
}

class TextReader {
  private readonly found: ExtractedList[] = [];
  private category = '';
  private itemLevel = 0;
  /** The last item's text as it stands in the file. */
  private itemText = '';
  private readonly fullWidth: number;
  private readonly isHardWrapped: boolean;

  constructor(
    private readonly lines: readonly TextLine[],
    private readonly options: ParagraphOptions,
  ) {
    this.fullWidth = lines.reduce((width, { paragraph }) => Math.max(width, widthOf(paragraph.text)), 0);
    this.isHardWrapped = options.wraps && this.fullWidth >= NARROWEST && this.followsFullLines();
  }

  lists(): ExtractedList[] {
    const headings = this.plainHeadings();
    for (const [index, line] of this.lines.entries()) {
      if (line.numbered !== null) this.takeNumbered(index, line, line.numbered);
      else if (headings.has(index)) this.category = bareTitle(line.paragraph.text);
      else this.takeText(index, line.paragraph);
    }
    return this.found.filter(({ rows }) => rows.length > 0);
  }

  private takeNumbered(index: number, { paragraph }: TextLine, numbered: Numbered): void {
    const last = this.found.at(-1)?.rows.at(-1);
    const isDetail = numbered.level >= DETAIL_LEVELS && last !== undefined && this.itemLevel < numbered.level;
    if (isDetail) {
      last.summary = joined(last.summary, oneLine(numbered.text));
      return;
    }
    const heading = numbered.text.replace(/[。：:；;]$/, '');
    const isNamed = !isInstruction(heading);
    if (this.isHeading(index)) {
      const kind = isNamed ? kindOfTitle(numbered.text) : null;
      if (kind !== null || titleFacts(heading).batch !== null || this.found.length === 0) this.start(heading);
      else this.category = bareTitle(heading);
      return;
    }
    if (this.takeInline(paragraph, numbered.text)) return;
    if (this.found.length === 0) this.start(this.options.title);
    if (this.itemLevel !== 0 && last !== undefined && this.itemLevel !== numbered.level) {
      const problem = `「${shown(heading)}」的编号与前面各项不是一级`;
      this.tell(paragraph, 'warning', problem, '请核对它是一项，还是类别或细目');
    }
    this.itemLevel = numbered.level;
    this.addItem(paragraph, numbered.text, numbered.number);
  }

  /** A line without a number: a title, the rest of an item, or what explains it. */
  private takeText(index: number, paragraph: Paragraph): void {
    const text = paragraph.text.trim();
    const startsList = isListTitle(text) && (kindOfTitle(text) !== null || titleFacts(text).batch !== null);
    const isWrapped = this.isWrapped(index, text);
    if (!isWrapped && (startsList || (titleFacts(text).batch !== null && text.length <= LONGEST_HEADING))) {
      this.start(text);
      return;
    }
    if (!isWrapped && this.takeInline(paragraph, text)) return;
    const last = this.found.at(-1)?.rows.at(-1);
    if (last === undefined) return;
    const belongs = this.isBetweenItems(index) || isIndented(paragraph.text);
    if (isWrapped) {
      // Longer than any field may be, the item is refused, however it goes on.
      if (this.itemText.length > 2 * LONGEST_FIELD) return;
      this.itemText += text;
      Object.assign(last, nameAndSummary(this.itemText));
    } else if (setLabelled(last, oneLine(text), belongs ? LABELLED : LABELLED_AT_END)) {
      this.tell(paragraph, 'note', `「${shown(text)}」归入上一项`, '无需处理');
    } else if (belongs) {
      last.summary = joined(last.summary, oneLine(text));
      this.tell(
        paragraph,
        'note',
        `「${shown(text)}」没有编号，作为上一项的说明`,
        '如是单独的事项，请补上编号',
      );
    } else {
      this.tell(paragraph, 'note', `「${shown(text)}」没有编号，没有读入`, '如是事项，请补上编号');
    }
  }

  /** 「自治事项：召集居民会议；调解民间纠纷。」: a list within one paragraph. */
  private takeInline(paragraph: Paragraph, text: string): boolean {
    const [, heading = '', rest = ''] = /^([^：:。；;]{2,30})[：:](.+)$/s.exec(text) ?? [];
    const parts = rest.split(/[；;]/).map((part) => oneLine(part).replace(/[。，,]$/, ''));
    const items = parts.filter((part) => part !== '');
    if (!isListTitle(heading) || isInstruction(heading) || kindOfTitle(heading) === null || items.length < 2)
      return false;
    if (!/(事项|清单|目录|职责)([（(].*[)）])?$/.test(heading)) return false;
    this.start(heading);
    for (const item of items) {
      const [, digits, name] = /^(?:(\d{1,3})[.、．]|[（(]\d{1,3}[)）])?\s*(.+)$/.exec(item) ?? [];
      this.addItem(paragraph, name ?? item, digits === undefined ? null : Number(digits));
    }
    return true;
  }

  private start(heading: string): void {
    const facts = titleFacts(heading);
    const before = this.found.at(-1);
    const kind = isNoticeTitle(heading) || isInstruction(heading) ? null : kindOfTitle(heading);
    const sameList = facts.batch !== null && kind === null && before !== undefined;
    const { title } = this.options;
    const ofFile = isNoticeTitle(title) ? null : kindOfTitle(title);
    this.found.push({
      title: sameList ? before.title : bareTitle(heading),
      part: PART,
      kind: sameList ? before.kind : (kind ?? ofFile),
      mapping: [],
      signature: null,
      choice: new Map(),
      rows: [],
      ...facts,
    });
    this.category = '';
    this.itemLevel = 0;
  }

  private addItem(paragraph: Paragraph, text: string, no: number | null): void {
    const list = this.found.at(-1);
    this.itemText = text;
    const row: ExtractedRow = {
      ...emptyRow({ part: PART, line: paragraph.line }, ''),
      no,
      category: this.category,
      batch: list?.batch ?? null,
      ...nameAndSummary(text),
    };
    list?.rows.push(row);
  }

  /** Whether the next numbered paragraph is of a lower order, but not a mere detail. */
  private isHeading(index: number): boolean {
    const own = this.lines[index]?.numbered;
    const next = this.lines
      .slice(index + 1, index + NEXT_WITHIN)
      .find(({ numbered }) => numbered !== null)?.numbered;
    if (!own || !next || next.level <= own.level) return false;
    return next.level < DETAIL_LEVELS || own.level < DETAIL_LEVELS - 1;
  }

  /** Short lines right above a 1, at least two of them in the text: categories without a number. */
  private plainHeadings(): ReadonlySet<number> {
    const found = this.lines.flatMap(({ paragraph, numbered }, index) => {
      const text = paragraph.text.trim();
      const isShort = text.length <= LONGEST_HEADING && !/[。；;：:，,)）日]$/.test(text);
      const next = this.lines[index + 1]?.numbered;
      const isPlain = kindOfTitle(text) === null && titleFacts(text).batch === null && !ANNEX.test(text);
      return numbered === null && isShort && isPlain && !isListTitle(text) && next?.number === 1
        ? [index]
        : [];
    });
    return new Set(found.length >= 2 ? found : []);
  }

  /** Whether the line goes on with the one above, which reaches the width of the text and ends no sentence. */
  private isWrapped(index: number, text: string): boolean {
    const above = this.lines[index - 1]?.paragraph;
    const own = this.lines[index]?.paragraph;
    if (!this.options.wraps || above === undefined || own === undefined || own.line !== above.line + 1)
      return false;
    if (this.found.at(-1)?.rows.length === 0 || this.found.length === 0 || /[。；;]$/.test(above.text))
      return false;
    return (this.isHardWrapped && this.isFull(above)) || isUnfinished(above.text.trim()) || isRest(text);
  }

  private isFull({ text }: Paragraph): boolean {
    return widthOf(text) >= this.fullWidth - 4;
  }

  /** Whether nearly all lines without a number that follow another one right away follow a full one: a text of set width. */
  private followsFullLines(): boolean {
    const followed = this.lines.flatMap(({ paragraph, numbered }, index) => {
      const above = this.lines[index - 1];
      const isNext = above?.paragraph.line === paragraph.line - 1 && !isListTitle(above.paragraph.text);
      return above !== undefined && numbered === null && isNext && !isListTitle(paragraph.text)
        ? [above]
        : [];
    });
    return followed.filter(({ paragraph }) => this.isFull(paragraph)).length >= followed.length * 0.8;
  }

  private isBetweenItems(index: number): boolean {
    const next = this.lines
      .slice(index + 1, index + NEXT_WITHIN)
      .find(
        ({ numbered, paragraph }) =>
          numbered !== null || isListTitle(paragraph.text) || ANNEX.test(paragraph.text),
      );
    return next?.numbered != null && next.numbered.number > 1;
  }

  private tell(
    { line }: Paragraph,
    severity: ImportFinding['severity'],
    problem: string,
    advice: string,
  ): void {
    this.options.findings.push({ severity, place: { part: PART, line }, problem, advice });
  }
}

/** Lines looked at for the next number. */
const NEXT_WITHIN = 50;
/** A text narrower than this, in Latin letters, isn't broken into lines. */
const NARROWEST = 30;
