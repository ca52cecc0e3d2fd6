import type { Correction, ScreenedTask } from '#answer/index.js';
import { FORMALITY_WORDS } from '#answer/notices/formalities.js';
import type { Step, StepField } from '../../parts/step-form.js';

export type { Correction };

type Span = Pick<Correction, 'start' | 'end'>;
const same = (a: Span, b: Span): boolean => a.start === b.start && a.end === b.end;

/** What is said of a stretch, in place of what was said of it before; a mark that a person made is simply taken away. */
export function saying(
  corrections: readonly Correction[],
  machine: readonly ScreenedTask[],
  next: Correction,
): Correction[] {
  const others = corrections.filter((one) => !same(one, next));
  const own = !machine.some((task) => same(task, next));
  return next.says.is === 'none' && own ? others : [...others, next];
}

export const forgetting = (corrections: readonly Correction[], span: Span): Correction[] =>
  corrections.filter((one) => !same(one, span));

const FORMALITIES = Object.entries(FORMALITY_WORDS).map(([value, { long }]) => ({ value, label: long }));

/** What a stretch may be, each with what has to be said of it. @param region full name of the notice's region */
export function kindsOf(region: string, first: readonly StepField[] = []): Step[] {
  return [
    {
      type: 'row',
      label: '清单上的一项',
      fields: [
        ...first,
        {
          name: 'id',
          label: '清单上的哪一项',
          is: 'item',
          ...(region === '全国' ? {} : { within: region }),
          extra: '判定、依据都跟着这一项走',
        },
      ],
    },
    {
      type: 'formality',
      label: '考核、台账等形式负担',
      fields: [...first, { name: 'sort', label: '哪一种', is: 'choice', choices: FORMALITIES }],
    },
    { type: 'unlisted-task', label: '哪份清单都没有的工作', fields: [...first] },
    { type: 'unlisted-paper', label: '哪份清单都没有的证明', fields: [...first] },
  ];
}

/** What was filled in, as it is sent. */
export function saysOf(event: Readonly<Record<string, unknown>>): Correction['says'] {
  switch (event.type) {
    case 'row':
      return { is: 'row', id: String(event.id) };
    case 'formality':
      return { is: 'formality', sort: event.sort as keyof typeof FORMALITY_WORDS };
    case 'unlisted-task':
      return { is: 'unlisted', paper: false };
    case 'unlisted-paper':
      return { is: 'unlisted', paper: true };
    case 'none':
      return { is: 'none' };
    default:
      return { is: 'task' };
  }
}

/** Where words stand in the text: the first time that isn't marked yet, else the first. */
export function placeOf(text: string, words: string, marked: readonly Span[]): Span | null {
  const found: Span[] = [];
  for (let start = text.indexOf(words); start >= 0 && words !== ''; start = text.indexOf(words, start + 1))
    found.push({ start, end: start + words.length });
  return found.find((span) => !marked.some((task) => same(task, span))) ?? found[0] ?? null;
}
