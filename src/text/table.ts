/** Columns a terminal gives a text: two for each East Asian wide character. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) {
    width += /[ᄀ-ᅟ⺀-〿ぁ-鿿가-힣豈-﫿︰-﹏＀-｠￠-￦\u{20000}-\u{3fffd}]/u.test(character) ? 2 : 1;
  }
  return width;
}

/** Rows of cells as aligned lines; the last column isn't padded. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [column, cell] of row.entries()) {
      widths[column] = Math.max(widths[column] ?? 0, displayWidth(cell));
    }
  }
  return rows
    .map((row) =>
      row
        .map((cell, column) =>
          column === row.length - 1
            ? cell
            : cell + ' '.repeat(Math.max(0, (widths[column] ?? 0) - displayWidth(cell))),
        )
        .join('  '),
    )
    .join('\n');
}
