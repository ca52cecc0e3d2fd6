import { useQueryClient } from '@tanstack/react-query';
import { Flex } from 'antd';
import { ENTRY_STATES } from '#registers/entry.js';
import { call } from '../../api/call.js';
import { useSigned } from '../../api/session.js';
import { RecordList } from '../../parts/record-list.js';
import { StepForm } from '../../parts/step-form.js';
import { cellOf, type Entry, type Kind, PATH, stepsOf, WIDTHS } from './register.js';

/** Columns that a screen has room for; the others are in the row when it is unfolded, and in what is exported. */
const SHOWN = 4;
/** Pixels of a person's name. */
const NAME = 95;

/** The rows of one register, of the user's region and what lies within it. */
export function Entries({ kind }: { kind: Kind }) {
  const { may } = useSigned();
  const client = useQueryClient();
  const path = `${PATH}/${kind.id}/entries`;
  const act = async (id: string, event: Readonly<Record<string, unknown>>) => {
    await call(`${path}/${encodeURIComponent(id)}/events`, { method: 'POST', body: event });
    await client.invalidateQueries({ queryKey: [path] });
    await client.invalidateQueries({ queryKey: [PATH, kind.id] });
  };
  const unfolded = (entry: Entry) => (
    <Flex vertical gap={12}>
      <dl className="cells">
        {kind.fields.map(({ key, label }) => (
          <div key={key}>
            <dt>{label}</dt>
            <dd>{cellOf(entry.values[key])}</dd>
          </div>
        ))}
      </dl>
      {entry.decided !== null && (
        <p>
          {entry.decided.day} {entry.decided.by}：{entry.decided.reason ?? '没有写理由'}
        </p>
      )}
      {entry.ended !== null && (
        <p>
          {entry.ended.day} 停用：{entry.ended.reason}
        </p>
      )}
      {may('change', 'register') && (
        <StepForm
          steps={stepsOf(kind, entry, may('decide', 'register'))}
          onStep={(event) => act(entry.id, event)}
        />
      )}
    </Flex>
  );
  return (
    <RecordList<Entry>
      path={path}
      filters={[
        {
          name: 'state',
          label: '状态',
          is: 'choice',
          choices: ENTRY_STATES.map((value) => ({ value, label: kind.states[value] })),
        },
        { name: 'region', label: '地区', is: 'region' },
      ]}
      name={kind.name}
      rowKey="id"
      empty="还没有登记"
      expandable={{ expandedRowRender: unfolded }}
      columns={[
        { title: '编号', width: 180, text: ({ number }) => number },
        { title: '社区（单位）', width: 125, text: ({ place, region }) => place || region },
        ...kind.fields.map(({ key, label, sort, personal }, i) => ({
          title: label,
          width: personal ? NAME : WIDTHS[sort],
          text: ({ values }: Entry) => cellOf(values[key]),
          ...(i < SHOWN ? {} : { exported: true as const }),
        })),
        { title: '状态', width: 105, text: ({ state: of }) => kind.states[of] },
      ]}
    />
  );
}
