import type { Call } from '../../api/call.js';
import { usePaged } from '../../api/paged.js';
import { Failure } from '../../parts/failure.js';
import { Part } from '../../parts/record.js';
import { type Column, RecordTable } from '../../parts/record-table.js';

interface WaitingProps<Row> {
  title: string;
  /** Route of the API that gives the rows. */
  path: string;
  query: NonNullable<Call['query']>;
  /** Of the table, and of the file that it is exported to. */
  name: string;
  empty: string;
  columns: readonly Column<Row>[];
  /** Of the first rows alone; the others are looked at on a page of their own. Default: false. */
  firstOnly?: boolean;
}

/** Records that wait for somebody. */
export function Waiting<Row extends { id: string }>(props: WaitingProps<Row>) {
  const { title, path, query, firstOnly = false, ...table } = props;
  const { error, retry, more, ...rows } = usePaged<Row>(path, query);
  return (
    <Part title={title}>
      <Failure error={error} retry={retry} />
      <RecordTable<Row> rowKey="id" {...table} {...rows} more={firstOnly ? undefined : more} />
    </Part>
  );
}
