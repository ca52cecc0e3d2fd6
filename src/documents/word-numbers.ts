/** How Word writes the number of a paragraph it numbers by itself (w:numFmt); null for a bullet or none. */
export function writtenNumber(value: number, format: string): string | null {
  switch (format) {
    case 'bullet':
    case 'none':
      return null;
    case 'decimalZero':
      return String(value).padStart(2, '0');
    case 'decimalFullWidth':
    case 'decimalFullWidth2':
      return String(value).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'taiwaneseCounting':
    case 'taiwaneseCountingThousand':
    case 'japaneseCounting':
    case 'ideographDigital':
      return hanNumeral(value);
    case 'chineseLegalSimplified':
    case 'ideographLegalTraditional':
      return Array.from(hanNumeral(value), (c) => FORMAL[c] ?? c).join('');
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return value >= 1 && value <= 20 ? String.fromCharCode(0x2460 + value - 1) : `(${value})`;
    case 'decimalEnclosedParen':
      return `(${value})`;
    case 'decimalEnclosedFullstop':
      return `${value}.`;
    case 'upperLetter':
    case 'lowerLetter': {
      const letter = String.fromCharCode(97 + ((value - 1) % 26)).repeat(Math.ceil(value / 26));
      return format === 'upperLetter' ? letter.toUpperCase() : letter;
    }
    default:
      return String(value);
  }
}

const DIGITS = '零一二三四五六七八九';
const FORMAL: Readonly<Record<string, string>> = Object.fromEntries(
  Array.from('一壹二贰三叁四肆五伍六陆七柒八捌九玖十拾百佰千仟'.matchAll(/(.)(.)/gu), ([, plain, formal]) => [
    plain,
    formal,
  ]),
);

/** 1 to 9,999 in Han numerals as Word writes them: 十二, 二十, 一百零三. */
function hanNumeral(value: number): string {
  if (value < 1 || value > 9_999) return String(value);
  let text = '';
  let gap = false;
  for (const [unit, word] of [
    [1_000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(value / unit) % 10;
    if (digit === 0) {
      gap = text !== '';
      continue;
    }
    if (gap) text += '零';
    gap = false;
    text += digit === 1 && unit === 10 && text === '' ? word : `${DIGITS[digit]}${word}`;
  }
  return text;
}
