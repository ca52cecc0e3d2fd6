/** Quotation marks by depth: outside “ ”, within them ‘ ’ (GB/T 15834-2011, 4.8.3.3). */
const MARKS = [
  ['“', '”'],
  ['‘', '’'],
] as const;
const OPENING = '“‘「『';
const CLOSING = '”’」』';

/** A text in quotation marks, those inside it changed to fit their depth; marks that don't pair are dropped. */
export function quoted(text: string): string {
  const paired = pairedMarks(text);
  let depth = 1;
  let inside = '';
  for (const [index, char] of Array.from(text).entries()) {
    const role = paired.get(index);
    if (role === 'open') inside += MARKS[depth++ % 2]?.[0] ?? '';
    else if (role === 'close') inside += MARKS[--depth % 2]?.[1] ?? '';
    else if (!`${OPENING}${CLOSING}"`.includes(char)) inside += char;
  }
  return `“${inside}”`;
}

/** Which characters of a text open and close a quotation; straight marks do so in turns. */
function pairedMarks(text: string): ReadonlyMap<number, 'open' | 'close'> {
  const roles = new Map<number, 'open' | 'close'>();
  const open: number[] = [];
  let straight: number | null = null;
  for (const [index, char] of Array.from(text).entries()) {
    if (char === '"') {
      if (straight === null) straight = index;
      else {
        roles.set(straight, 'open').set(index, 'close');
        straight = null;
      }
    } else if (OPENING.includes(char)) open.push(index);
    else if (CLOSING.includes(char)) {
      const start = open.pop();
      if (start !== undefined) roles.set(start, 'open').set(index, 'close');
    }
  }
  return roles;
}
