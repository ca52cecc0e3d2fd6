/** A phrase as it is looked up: without brackets, blanks, quotation marks, and years, which would ask for another day. */
export function cleaned(phrase: string): string {
  return phrase
    .replace(/\s+/gu, '')
    .replace(/(?:20\d{2}|今|本|去|明)(?:-20\d{2})?(?:年度|年)/gu, '')
    .replace(/[“”"「」]/gu, '');
}
