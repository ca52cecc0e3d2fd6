import { Card, Typography } from 'antd';
import { StepForm } from '../../parts/step-form.js';
import { type Correction, kindsOf, placeOf, saysOf } from './corrections.js';
import type { Screened } from './screening.js';

interface AddTaskProps {
  screened: Pick<Screened, 'text' | 'tasks' | 'region'>;
  /** What was selected in the text, with its place; null where nothing is. */
  selected: { start: number; end: number } | null;
  onSay(corrections: readonly Correction[]): Promise<void>;
}

/** A task that the program missed: selected in the text, or written as it stands there. */
export function AddTask({ screened, selected, onSay }: AddTaskProps) {
  const { text, tasks, region } = screened;
  const words = selected === null ? '' : text.slice(selected.start, selected.end);
  const phrase = {
    name: 'phrase',
    label: '漏标的那几个字',
    is: 'line' as const,
    extra: '在上面的原文里选中，或者照原文写在这里',
    ...(words === '' ? {} : { initial: words }),
  };
  const add = async (event: Readonly<Record<string, unknown>>) => {
    const written = String(event.phrase);
    const place =
      selected !== null && written === words.trim() ? trimmed(text, selected) : placeOf(text, written, tasks);
    if (place === null) throw new Error('通知里没有这几个字，请照原文写');
    if (tasks.some(({ start, end }) => start === place.start && end === place.end))
      throw new Error('这几个字已经标了，请在右边的表里改');
    await onSay([{ ...place, says: saysOf(event) }]);
  };
  return (
    <Card size="small" style={{ marginTop: 12 }}>
      <Typography.Title level={3} style={{ fontSize: 16, marginTop: 0 }}>
        漏标了任务
      </Typography.Title>
      <StepForm
        key={words}
        button="标为任务"
        ask="它是"
        onStep={add}
        steps={[{ type: 'task', label: '请程序判定', fields: [phrase] }, ...kindsOf(region, [phrase])]}
      />
    </Card>
  );
}

/** A selection without the blanks at its ends. */
function trimmed(text: string, { start, end }: { start: number; end: number }) {
  const words = text.slice(start, end);
  const from = start + words.length - words.trimStart().length;
  return { start: from, end: from + words.trim().length };
}
