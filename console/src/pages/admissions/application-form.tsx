import { Button, Form, Input, InputNumber } from 'antd';
import { Fragment, type ReactNode, useState } from 'react';
import { APPLICATION_FIELDS, type ApplicationDraft, type ApplicationField } from '#admission/application.js';
import { DayInput } from '../../parts/day-input.js';
import { Failure } from '../../parts/failure.js';

const LONG: ReadonlySet<ApplicationField> = new Set(['description', 'basis', 'scope', 'workload', 'power']);
const DAYS: ReadonlySet<ApplicationField> = new Set(['from', 'to']);
const NAMES: ReadonlySet<ApplicationField> = new Set(['forms', 'plaques', 'apps']);
const PROMISES: ReadonlySet<ApplicationField> = new Set(['staff', 'funds']);
const FIELDS = Object.entries(APPLICATION_FIELDS) as [ApplicationField, string][];

interface ApplicationFormProps {
  initial: ApplicationDraft;
  button: string;
  onSave(application: ApplicationDraft): Promise<unknown>;
}

/** 申请表, field by field as the printed form has them; a draft may have gaps. */
export function ApplicationForm({ initial, button, onSave }: ApplicationFormProps) {
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const save = async (values: Record<string, unknown>) => {
    setBusy(true);
    setError(null);
    await onSave(applicationOf(values)).catch(setError);
    setBusy(false);
  };
  return (
    <Form
      layout="vertical"
      requiredMark={false}
      initialValues={valuesOf(initial)}
      onFinish={save}
      style={{ maxWidth: 760 }}
    >
      {FIELDS.map(([field, label]) => (
        <Fragment key={field}>
          <Form.Item
            name={PROMISES.has(field) ? [field, 'what'] : field}
            label={label}
            extra={
              NAMES.has(field)
                ? '几样用顿号隔开；没有就不写'
                : PROMISES.has(field)
                  ? '没有就写：无'
                  : undefined
            }
          >
            {inputOf(field)}
          </Form.Item>
          {field === 'funds' && (
            <Form.Item name={['funds', 'amount']} label="经费每年多少元" extra="没有写明数额就不填">
              <InputNumber min={0} style={{ width: 200 }} />
            </Form.Item>
          )}
        </Fragment>
      ))}
      <Failure error={error} />
      <Button type="primary" htmlType="submit" loading={busy} style={{ marginTop: 12 }}>
        {button}
      </Button>
    </Form>
  );
}

function inputOf(field: ApplicationField): ReactNode {
  if (DAYS.has(field)) return <DayInput />;
  return LONG.has(field) ? <Input.TextArea rows={2} maxLength={2000} /> : <Input maxLength={500} />;
}

function valuesOf(application: ApplicationDraft): Record<string, unknown> {
  const joined = [...NAMES].map((field) => {
    const names = application[field];
    return [field, Array.isArray(names) ? names.join('、') : undefined];
  });
  return { ...application, ...Object.fromEntries(joined) };
}

/** What was filled in; a list of names that stayed empty is an empty list, anything else a gap. */
function applicationOf(values: Record<string, unknown>): ApplicationDraft {
  const entries = FIELDS.flatMap(([field]): [string, unknown][] => {
    const value = values[field];
    if (NAMES.has(field)) {
      const names = String(value ?? '').split(/[、,，\n]+/u);
      return [[field, names.map((name) => name.trim()).filter((name) => name !== '')]];
    }
    if (PROMISES.has(field)) {
      const { what, ...rest } = (value ?? {}) as { what?: string; amount?: number | null };
      if (what === undefined || what.trim() === '') return [];
      return [[field, { ...rest, what: what.trim(), amount: rest.amount ?? undefined }]];
    }
    const words = String(value ?? '').trim();
    return words === '' ? [] : [[field, words]];
  });
  return Object.fromEntries(entries) as ApplicationDraft;
}
