/** Keeps the category of the rows: one that is written once counts until the next one of its level. */
export class Categories {
  /** Of the last row of the form 「一、社会保障类」. */
  private section: string;
  /** Of the columns of categories, outermost first. */
  private levels: string[] = [];

  constructor(section = '') {
    this.section = section;
  }

  startSection(title: string): void {
    this.section = title;
    this.levels = [];
  }

  /** The category of a row with these cells: 大类 and 小类 apart by ·, and without columns that of its section. */
  of(cells: readonly string[]): string {
    for (const [level, text] of cells.entries()) {
      if (text === '') continue;
      if (this.levels[level] !== text) this.levels.length = level;
      this.levels[level] = text;
    }
    const named = this.levels.filter((text) => text !== undefined && text !== '');
    return [...new Set(named)].join('·') || this.section;
  }
}
