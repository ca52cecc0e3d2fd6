import { Checkbox, Form, Input, InputNumber, Select } from 'antd';
import type { ReactNode } from 'react';
import { DayInput } from './day-input.js';
import { ItemInput } from './item-input.js';
import { RegionInput } from './region-input.js';
import { RegionsInput } from './regions-input.js';

/** A field of a step; `names` are several, divided by 、 or a line each; `regions` several lines of code and name. */
export interface StepField {
  name: string;
  label: string;
  is:
    | 'line'
    | 'secret'
    | 'text'
    | 'day'
    | 'number'
    | 'yes'
    | 'names'
    | 'choice'
    | 'region'
    | 'regions'
    | 'item';
  choices?: readonly { value: string; label: string }[];
  /** Of an `item`: full name of the region whose lists and those above it are offered. */
  within?: string;
  /** Default: it must be filled in. */
  optional?: boolean;
  extra?: string;
  initial?: string | boolean | number;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** A field of a form with its label; what may stay empty says so, see the form. */
export function FieldItem({ field }: { field: StepField }) {
  const { name, label, is, optional = false, extra, initial } = field;
  const rules = [
    ...(optional || is === 'yes'
      ? []
      : [
          {
            required: true,
            message: `请填${label}`,
            ...(is === 'regions' ? { type: 'array' as const } : {}),
          },
        ]),
    ...(is === 'day' ? [{ pattern: DAY, message: '日期写成 2026-01-31 这样' }] : []),
  ];
  return (
    <Form.Item
      name={name}
      label={is === 'yes' ? undefined : label}
      rules={rules}
      extra={extra}
      {...(is === 'yes' ? { valuePropName: 'checked' } : {})}
      {...(initial === undefined ? {} : { initialValue: initial })}
    >
      {inputOf(field)}
    </Form.Item>
  );
}

function inputOf({ is, label, choices = [], within }: StepField): ReactNode {
  switch (is) {
    case 'text':
      return <Input.TextArea rows={2} maxLength={2000} />;
    case 'secret':
      return <Input.Password autoComplete="new-password" visibilityToggle={false} maxLength={128} />;
    case 'names':
      return <Input placeholder="用顿号隔开" />;
    case 'number':
      return <InputNumber style={{ width: 200 }} min={0} />;
    case 'yes':
      return <Checkbox>{label}</Checkbox>;
    case 'region':
      return <RegionInput />;
    case 'regions':
      return <RegionsInput />;
    case 'item':
      return <ItemInput {...(within === undefined ? {} : { within })} />;
    case 'choice':
      return <Select options={[...choices]} />;
    case 'day':
      return <DayInput />;
    default:
      return <Input maxLength={1000} />;
  }
}
