import { Button, Flex, Table, type TableProps } from 'antd';
import type { ReactNode } from 'react';
import { Wide } from './wide.js';

/** A column: what a cell says as text, which is what is exported, and how it is shown where that is more. */
export interface Column<Row> {
  title: string;
  text(row: Row): string;
  show?(row: Row): ReactNode;
  width?: number;
  /** In the exported table only. */
  exported?: true;
}

/** Pixels of a column that says nothing of its width, at least. */
const LEAST = 150;

interface RecordTableProps<Row> {
  /** Name of the file that it is exported to, and of the table for screen readers. */
  name: string;
  rowKey: TableProps<Row>['rowKey'];
  rows: readonly Row[];
  columns: readonly Column<Row>[];
  empty: string;
  loading?: boolean;
  expandable?: TableProps<Row>['expandable'];
  /** Gives the next page; left out where there is none. */
  more?: (() => void) | undefined;
  busy?: boolean;
}

/** What the column of the buttons that unfold rows is called. */
export const UNFOLD = <span className="unseen">展开</span>;

/** What a row unfolds to stays within the screen, however wide its table is. */
function unfolding<Row>(
  given: NonNullable<TableProps<Row>['expandable']>,
): NonNullable<TableProps<Row>['expandable']> {
  const { expandedRowRender: render } = given;
  if (render === undefined) return given;
  return {
    columnTitle: UNFOLD,
    ...given,
    expandedRowRender: (...row) => <div className="unfolded">{render(...row)}</div>,
  };
}

/** A table of records, which can be taken along as .xlsx. */
export function RecordTable<Row extends object>(props: RecordTableProps<Row>) {
  const { name, rowKey, rows, columns, empty, loading = false, expandable, more, busy = false } = props;
  const shown = columns.filter(({ exported: only }) => !only);
  const save = async () => {
    const { saveSheet } = await import('./save-sheet.js');
    await saveSheet(name, columns, rows);
  };
  return (
    <Flex vertical gap={12}>
      <Wide name={name}>
        <Table<Row>
          size="small"
          {...(rowKey === undefined ? {} : { rowKey })}
          {...(expandable === undefined ? {} : { expandable: unfolding(expandable) })}
          dataSource={[...rows]}
          loading={loading}
          pagination={rows.length > 50 ? { pageSize: 50, showSizeChanger: false } : false}
          style={{ minWidth: shown.reduce((sum, { width = LEAST }) => sum + width, 0) }}
          locale={{ emptyText: empty }}
          columns={shown.map(({ title, text, show, width }) => ({
            key: title,
            title,
            ...(width === undefined ? {} : { width }),
            render: (_: unknown, row: Row) => show?.(row) ?? text(row),
          }))}
        />
      </Wide>
      <Flex gap={8} justify="end">
        {more !== undefined && (
          <Button loading={busy} onClick={more}>
            再看后面的
          </Button>
        )}
        <Button disabled={rows.length === 0} onClick={() => void save()}>
          导出表格（.xlsx）
        </Button>
      </Flex>
    </Flex>
  );
}
