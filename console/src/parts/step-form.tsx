import { Button, Checkbox, Flex, Form, Input, InputNumber, Select } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import { toldOf } from '../api/refused.js';
import { Failure } from './failure.js';
import { ItemInput } from './item-input.js';
import { RegionInput } from './region-input.js';

/** A field of a step; `names` are several, divided by 、 or a line each. */
export interface StepField {
  name: string;
  label: string;
  is: 'line' | 'secret' | 'text' | 'day' | 'number' | 'yes' | 'names' | 'choice' | 'region' | 'item';
  choices?: readonly { value: string; label: string }[];
  /** Of an `item`: full name of the region whose lists and those above it are offered. */
  within?: string;
  /** Default: it must be filled in. */
  optional?: boolean;
  extra?: string;
  initial?: string | boolean | number;
}

/** Something that is done to a record, with what has to be said of it. */
export interface Step {
  type: string;
  label: string;
  fields: readonly StepField[];
}

interface StepFormProps {
  steps: readonly Step[];
  /** Does it; what it throws is shown. */
  onStep(event: Readonly<Record<string, unknown>>): Promise<unknown>;
  button?: string;
  /** What is asked where there are several steps. */
  ask?: string;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** One step at a time: which, and what it asks for. The server decides whether it may be done. */
export function StepForm({ steps, onStep, button = '办这一步', ask = '办哪一步' }: StepFormProps) {
  const id = useId();
  const [type, setType] = useState(steps[0]?.type ?? '');
  const [state, setState] = useState<{ busy: boolean; error: unknown; done: string }>({
    busy: false,
    error: null,
    done: '',
  });
  const [form] = Form.useForm<Record<string, unknown>>();
  const step = steps.find((one) => one.type === type) ?? steps[0];
  if (step === undefined) return null;
  const submit = async (values: Record<string, unknown>) => {
    setState({ busy: true, error: null, done: '' });
    try {
      await onStep({ type: step.type, ...eventOf(step, values) });
      form.resetFields();
      setState({ busy: false, error: null, done: `已办：${step.label}` });
    } catch (error) {
      setState({ busy: false, error, done: '' });
    }
  };
  return (
    <Form form={form} layout="vertical" requiredMark={false} onFinish={submit} style={{ maxWidth: 640 }}>
      {steps.length > 1 && (
        <Form.Item label={ask} htmlFor={id}>
          <Select
            id={id}
            value={step.type}
            onChange={(next: string) => {
              form.resetFields();
              setType(next);
            }}
            options={steps.map(({ type: value, label }) => ({ value, label }))}
          />
        </Form.Item>
      )}
      {step.fields.map((field) => (
        <FieldItem key={`${step.type} ${field.name}`} field={field} />
      ))}
      <Flex gap={12} align="center" wrap>
        <Button type="primary" htmlType="submit" loading={state.busy}>
          {steps.length > 1 ? button : step.label}
        </Button>
        <span role="status">{state.done}</span>
      </Flex>
      {state.error !== null && (
        <div style={{ marginTop: 12 }} role="alert" aria-label={toldOf(state.error)}>
          <Failure error={state.error} />
        </div>
      )}
    </Form>
  );
}

function FieldItem({ field }: { field: StepField }) {
  const { name, label, is, optional = false, extra, initial } = field;
  const rules = [
    ...(optional || is === 'yes' ? [] : [{ required: true, message: `请填${label}` }]),
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
    case 'item':
      return <ItemInput {...(within === undefined ? {} : { within })} />;
    case 'choice':
      return <Select options={[...choices]} />;
    case 'day':
      return <Input placeholder="如：2026-01-31" style={{ maxWidth: 200 }} />;
    default:
      return <Input maxLength={1000} />;
  }
}

/** What is sent: fields that stayed empty are left out. */
export function eventOf(
  { fields }: Pick<Step, 'fields'>,
  values: Record<string, unknown>,
): Record<string, unknown> {
  return Object.fromEntries(
    fields.flatMap(({ name, is }): [string, unknown][] => {
      const value = values[name];
      if (is === 'yes') return [[name, value === true]];
      if (value === undefined || value === null || value === '') return is === 'names' ? [[name, []]] : [];
      if (is === 'secret') return [[name, value]];
      if (is !== 'names') return [[name, typeof value === 'string' ? value.trim() : value]];
      const names = String(value)
        .split(/[、,，;；\n]+/u)
        .map((one) => one.trim());
      return [[name, names.filter((one) => one !== '')]];
    }),
  );
}
