import { Button, Flex } from 'antd';
import { useState } from 'react';
import { StepForm } from '../../parts/step-form.js';
import { type Correction, kindsOf, placeOf, saysOf } from './corrections.js';
import type { Screened, ScreenedTask } from './screening.js';

interface CorrectTaskProps {
  task: ScreenedTask;
  number: number;
  screened: Pick<Screened, 'text' | 'tasks' | 'region'>;
  busy: boolean;
  onSay(corrections: readonly Correction[]): Promise<void>;
  onForget(task: ScreenedTask): Promise<void>;
}

/** What a person says of one task: another verdict, another stretch, or that it is none. */
export function CorrectTask({ task, number, screened, busy, onSay, onForget }: CorrectTaskProps) {
  const [open, setOpen] = useState(false);
  const { start, end } = task;
  const say = async (event: Readonly<Record<string, unknown>>) => {
    if (event.type !== 'span') {
      await onSay([{ start, end, says: saysOf(event) }]);
      setOpen(false);
      return;
    }
    const place = placeOf(screened.text, String(event.phrase), screened.tasks);
    if (place === null) throw new Error('通知里没有这几个字，请照原文写');
    await onSay([
      { start, end, says: { is: 'none' } },
      { ...place, says: { is: 'task' } },
    ]);
  };
  return (
    <Flex vertical gap={12}>
      <Flex gap={8} wrap>
        <Button size="small" aria-expanded={open} disabled={busy} onClick={() => setOpen(!open)}>
          改正第 {number} 项
        </Button>
        {task.corrected && (
          <Button size="small" disabled={busy} onClick={() => void onForget(task)}>
            恢复程序的判定
          </Button>
        )}
      </Flex>
      {open && (
        <StepForm
          button="改正"
          ask="这一项其实是"
          onStep={say}
          steps={[
            ...kindsOf(screened.region),
            { type: 'none', label: '不是交给社区的任务', fields: [] },
            {
              type: 'span',
              label: '是任务，标的范围不对',
              fields: [
                {
                  name: 'phrase',
                  label: '应当标的那几个字',
                  is: 'line',
                  initial: task.phrase,
                  extra: '照原文写，一个字都不能差',
                },
              ],
            },
          ]}
        />
      )}
    </Flex>
  );
}
