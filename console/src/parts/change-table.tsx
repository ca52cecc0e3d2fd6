import type { Difference } from '#importing/differences.js';
import { FIELD_LABELS } from '#importing/record-columns.js';
import { RecordTable } from './record-table.js';

/** What the program works out for itself; nobody reads it. */
const OWN: ReadonlySet<string> = new Set(['likely', 'subject']);
const CHANGES = { added: '新增', removed: '删去', changed: '改动' } as const;

interface ChangeTableProps {
  changes: readonly Difference[];
  empty: string;
  loading?: boolean;
}

/** What differs between two versions of a document. */
export function ChangeTable({ changes, empty, loading = false }: ChangeTableProps) {
  return (
    <RecordTable<Difference>
      name="两版的不同"
      rowKey={({ change, id }) => `${change} ${id}`}
      rows={changes}
      loading={loading}
      empty={empty}
      columns={[
        { title: '变动', width: 80, text: ({ change }) => CHANGES[change] },
        { title: '事项', text: ({ name }) => name },
        {
          title: '改了什么',
          text: ({ fields }) =>
            fields
              .filter(({ field }) => !OWN.has(field))
              .map(
                ({ field, before, after }) =>
                  `${FIELD_LABELS.get(field) ?? field}：${before || '（空）'} → ${after || '（空）'}`,
              )
              .join('\n'),
        },
      ]}
    />
  );
}
