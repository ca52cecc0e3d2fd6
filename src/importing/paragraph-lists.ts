import type { Paragraph } from '#documents/content.js';
import { shown } from '#errors.js';
import { type ExtractedList, type ExtractedRow, emptyRow, type ImportFinding, oneLine } from './extracted.js';
import { isIndented, LABELLED, LABELLED_AT_END, nameAndSummary, setLabelled } from './item-text.js';
import { kindOfTitle, type TitleKind, titleKind } from './kinds.js';
import type { Numbered } from './numbering.js';
import { ANNEX, DETAIL_LEVELS, LONGEST_HEADING, TextLayout } from './text-layout.js';
import { type TextLine, textLines } from './text-lines.js';
import { bareTitle, isInstruction, isListTitle, isNoticeTitle, titleFacts } from './titles.js';
import { joined, LONGEST_FIELD } from './unfinished.js';

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
  private readonly layout: TextLayout;

  constructor(
    private readonly lines: readonly TextLine[],
    private readonly options: ParagraphOptions,
  ) {
    this.layout = new TextLayout(lines, options.wraps);
  }

  lists(): ExtractedList[] {
    const headings = this.layout.plainHeadings();
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
    if (this.layout.isHeading(index)) {
      const says = isNamed ? this.kindOf(numbered.text) : null;
      if (says !== null || titleFacts(heading).batch !== null || this.found.length === 0) this.start(heading);
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
    const startsList = isListTitle(text) && (titleKind(text) !== null || titleFacts(text).batch !== null);
    const isWrapped = this.hasOpenItem() && this.layout.isWrapped(index);
    if (!isWrapped && (startsList || (titleFacts(text).batch !== null && text.length <= LONGEST_HEADING))) {
      this.start(text);
      return;
    }
    if (!isWrapped && this.takeInline(paragraph, text)) return;
    const last = this.found.at(-1)?.rows.at(-1);
    if (last === undefined) return;
    const belongs = this.layout.isBetweenItems(index) || isIndented(paragraph.text);
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
    const says = isNoticeTitle(heading) || isInstruction(heading) ? null : this.kindOf(heading);
    const sameList = facts.batch !== null && says === null && before !== undefined;
    const { title } = this.options;
    const own = says ?? (isNoticeTitle(title) ? null : titleKind(title));
    this.found.push({
      title: sameList ? before.title : bareTitle(heading),
      part: PART,
      kind: sameList ? before.kind : (own?.kind ?? null),
      about: sameList ? before.about : (own?.about ?? null),
      mapping: [],
      signature: null,
      choice: new Map(),
      rows: [],
      ...facts,
    });
    this.category = '';
    this.itemLevel = 0;
  }

  /** What a heading says of its list, whose duties by the title of the file where it doesn't say it itself. */
  private kindOf(heading: string): TitleKind | null {
    return titleKind(heading, this.options.title);
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

  private hasOpenItem(): boolean {
    return (this.found.at(-1)?.rows.length ?? 0) > 0;
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
