import { useQueryClient } from '@tanstack/react-query';
import { call } from '../../api/call.js';
import { useSigned } from '../../api/session.js';
import { Part } from '../../parts/record.js';
import { StepForm } from '../../parts/step-form.js';
import { entryFields, type Kind, PATH } from './register.js';

/** A new row of a register, with its own columns as fields. */
export function NewEntry({ kind }: { kind: Kind }) {
  const { may, user } = useSigned();
  const client = useQueryClient();
  if (!may('create', 'register')) return null;
  const add = async ({ type: _type, ...values }: Readonly<Record<string, unknown>>) => {
    await call(`${PATH}/${kind.id}/entries`, {
      method: 'POST',
      body: { place: user.regionName, values },
    });
    await client.invalidateQueries({ queryKey: [`${PATH}/${kind.id}/entries`] });
    await client.invalidateQueries({ queryKey: [PATH, kind.id] });
  };
  return (
    <Part title={`登记一条：${kind.name}`}>
      <StepForm steps={[{ type: 'add', label: '登记', fields: entryFields(kind) }]} onStep={add} />
    </Part>
  );
}
