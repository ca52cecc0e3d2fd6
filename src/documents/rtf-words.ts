/** Groups whose words are no text of the document. */
export const NO_TEXT = new Set(
  'fonttbl colortbl stylesheet info pict header headerl headerr headerf footer footerl footerr footerf footnote annotation listtable listoverridetable rsidtbl fldinst themedata colorschememapping datastore xmlnstbl latentstyles generator nonshppict shpinst sp filetbl revtbl template'.split(
    ' ',
  ),
);
/** Codes of the character sets that Chinese offices use (RTF 1.9.1, \\fcharset and \\ansicpg). */
export const CHARSET_CODEPAGE: Readonly<Record<number, number>> = { 134: 936, 136: 950, 0: 1252 };
export const ENCODINGS: Readonly<Record<number, string>> = {
  936: 'gb18030',
  950: 'big5',
  1252: 'windows-1252',
  65001: 'utf-8',
};

/** Words that end something: a paragraph, a cell, a row. */
export const PARAGRAPHS = new Set([
  'par',
  'sect',
  'page',
  'line',
  'tab',
  'cell',
  'row',
  'trowd',
  'clmrg',
  'clvmrg',
  'cellx',
]);
/** Words after which text is in another encoding, or seen differently. */
export const FORMATS = new Set(['strike', 'striked', 'v', 'deleted', 'plain', 'f']);
/** Words that stand for a character. */
export const AS_TEXT: Readonly<Record<string, string>> = {
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  endash: '–',
  emdash: '—',
  bullet: '•',
};
