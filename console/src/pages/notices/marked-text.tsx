import { Typography } from 'antd';
import { useEffect, useRef } from 'react';
import { VOICES } from '#answer/verdicts.js';
import type { Screened } from './screening.js';

interface MarkedTextProps {
  screened: Pick<Screened, 'text' | 'tasks'>;
  /** Index of the task that is looked at. */
  current: number | null;
  onChoose(index: number): void;
  /** Told where something was selected. */
  onSelect(span: { start: number; end: number }): void;
}

/** The notice as it was read, each task marked where it stands. */
export function MarkedText({ screened: { text, tasks }, current, onChoose, onSelect }: MarkedTextProps) {
  const whole = useRef<HTMLElement>(null);
  const selected = () => {
    const span = whole.current === null ? null : selectedIn(whole.current);
    if (span !== null) onSelect(span);
  };
  const marked = useRef<HTMLElement>(null);
  useEffect(() => {
    if (current !== null) marked.current?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  let end = 0;
  const pieces = tasks.flatMap((task, index) => {
    // Tasks stand in the order of the text; one within another is seen in the table.
    if (task.start < end) return [];
    const before = text.slice(end, task.start);
    end = task.end;
    const phrase = text.slice(task.start, task.end);
    return [
      before,
      <mark
        key={task.start}
        ref={index === current ? marked : null}
        className={`tone-${VOICES[task.verdict].tone}${index === current ? ' current' : ''}`}
      >
        <a
          href={`#task-${index + 1}`}
          aria-label={`第 ${index + 1} 项，${VOICES[task.verdict].label}：${phrase}`}
          onClick={(event) => {
            event.preventDefault();
            onChoose(index);
          }}
        >
          {phrase}
        </a>
      </mark>,
    ];
  });
  return (
    <section aria-labelledby="notice-text">
      <Typography.Title level={2} id="notice-text" style={{ fontSize: 18, marginTop: 0 }}>
        通知原文
      </Typography.Title>
      <section
        ref={whole}
        className="notice"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
        tabIndex={0}
        aria-label="通知原文，标出的是交给社区的任务"
        onMouseUp={selected}
        onKeyUp={selected}
      >
        {pieces}
        {text.slice(end)}
      </section>
    </section>
  );
}

/** What is selected within an element, in UTF-16 units of its text. */
function selectedIn(element: HTMLElement): { start: number; end: number } | null {
  const selection = window.getSelection();
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!element.contains(range.commonAncestorContainer)) return null;
  const before = document.createRange();
  before.selectNodeContents(element);
  before.setEnd(range.startContainer, range.startOffset);
  const start = before.toString().length;
  return { start, end: start + range.toString().length };
}
