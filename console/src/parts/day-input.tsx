import { Input } from 'antd';

interface DayInputProps {
  id?: string;
  /** YYYY-MM-DD; empty where none is chosen. */
  value?: string;
  onChange?(value: string): void;
}

/** A day, written or chosen from the browser's own calendar. */
export function DayInput({ id, value = '', onChange }: DayInputProps) {
  return (
    <Input
      type="date"
      max="9999-12-31"
      style={{ maxWidth: 200 }}
      {...(id === undefined ? {} : { id })}
      value={value}
      onChange={({ target }) => onChange?.(target.value)}
    />
  );
}
