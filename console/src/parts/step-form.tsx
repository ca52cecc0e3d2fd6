import { Button, Flex, Form, Select } from 'antd';
import { useId, useState } from 'react';
import { toldOf } from '../api/refused.js';
import { Failure } from './failure.js';
import { FieldItem, type StepField } from './step-field.js';

export type { StepField } from './step-field.js';

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

/** From so many fields on a form takes two columns. */
const MANY = 6;

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
  const many = step.fields.length >= MANY;
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
    <Form
      form={form}
      layout="vertical"
      requiredMark={step.fields.every(({ optional }) => optional) ? false : 'optional'}
      onFinish={submit}
      style={{ maxWidth: many ? 960 : 640 }}
    >
      {steps.length > 1 && (
        <Form.Item label={ask} htmlFor={id} required>
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
      <div className={many ? 'many-fields' : undefined}>
        {step.fields.map((field) => (
          <FieldItem key={`${step.type} ${field.name}`} field={field} />
        ))}
      </div>
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
