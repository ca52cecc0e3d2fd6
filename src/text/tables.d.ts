/** opencc-js ships each table as one string, `from to|from to|…`, without types. */
declare module 'opencc-js/dict/*' {
  const table: string;
  export default table;
}

/** pinyin-pro's table of characters: all readings of one, with tone marks, the most usual first, `páng bǎng`. */
declare module 'pinyin-pro/dist/esm/data/dict1.mjs' {
  const table: { get(character: string): string | undefined };
  export default table;
}
