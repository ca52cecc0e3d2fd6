import { Button, Flex, Table, type TableProps } from 'antd';
import type { ReactNode } from 'react';

/** A column: what a cell says as text, which is what is exported, and how it is shown where that is more. */
export interface Column<Row> {
  title: string;
  text(row: Row): string;
  show?(row: Row): ReactNode;
  width?: number;
}

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

/** A table of records, which can be taken along as .xlsx. */
export function RecordTable<Row extends object>(props: RecordTableProps<Row>) {
  const { name, rowKey, rows, columns, empty, loading = false, expandable, more, busy = false } = props;
  const exported = async () => {
    const { saveSheet } = await import('./save-sheet.js');
    await saveSheet(name, columns, rows);
  };
  return (
    <Flex vertical gap={12}>
      <Table<Row>
        size="small"
        aria-label={name}
        {...(rowKey === undefined ? {} : { rowKey })}
        {...(expandable === undefined ? {} : { expandable })}
        dataSource={[...rows]}
        loading={loading}
        pagination={rows.length > 50 ? { pageSize: 50, showSizeChanger: false } : false}
        scroll={{ x: 'max-content' }}
        locale={{ emptyText: empty }}
        columns={columns.map(({ title, text, show, width }) => ({
          key: title,
          title,
          ...(width === undefined
            ? { onCell: () => ({ style: { minWidth: 120, maxWidth: 420 } }) }
            : { width }),
          render: (_: unknown, row: Row) => show?.(row) ?? text(row),
        }))}
      />
      <Flex gap={8} justify="end">
        {more !== undefined && (
          <Button loading={busy} onClick={more}>
            再看后面的
          </Button>
        )}
        <Button disabled={rows.length === 0} onClick={() => void exported()}>
          导出表格（.xlsx）
        </Button>
      </Flex>
    </Flex>
  );
}
