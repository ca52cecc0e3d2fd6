import { Form, Select } from 'antd';

interface FilterProps<Value extends string> {
  label: string;
  value: Value | undefined;
  onChange(value: Value | undefined): void;
  choices: { value: string; label: string }[];
}

/** One filter of a list; nothing chosen is everything. */
export function Filter<Value extends string>({ label, value, onChange, choices }: FilterProps<Value>) {
  return (
    <Form.Item label={label} htmlFor={label} style={{ margin: 0 }}>
      <Select<Value>
        id={label}
        allowClear
        placeholder="全部"
        style={{ width: 200 }}
        value={value ?? null}
        onChange={(chosen) => onChange(chosen ?? undefined)}
        options={choices}
      />
    </Form.Item>
  );
}
