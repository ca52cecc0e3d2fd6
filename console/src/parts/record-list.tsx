import { Checkbox, Flex, Form, Input, type TableProps } from 'antd';
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import type { Call } from '../api/call.js';
import { usePaged } from '../api/paged.js';
import { Failure } from './failure.js';
import { Filter } from './filter.js';
import { type Column, RecordTable } from './record-table.js';
import { RegionInput } from './region-input.js';

/** What a list is narrowed by: a parameter of its route, which stands in the address of the page under the same name. */
export type FilterField = {
  name: string;
  label: string;
  placeholder?: string;
} & (
  | { is: 'words' }
  | { is: 'region'; initial?: string }
  | { is: 'choice'; choices: readonly { value: string; label: string }[] }
  | { is: 'yes'; initial: boolean }
);

interface RecordListProps<Row> {
  /** Route of the API that gives the rows, page by page. */
  path: string;
  filters: readonly FilterField[];
  /** What is asked for besides. */
  fixed?: NonNullable<Call['query']>;
  /** Of the table, and of the file that it is exported to. */
  name: string;
  rowKey: TableProps<Row>['rowKey'];
  columns: readonly Column<Row>[];
  empty: string;
  expandable?: TableProps<Row>['expandable'];
  /** Beside the filters. */
  actions?: ReactNode;
}

/**
 * A list of records: filters, rows, what went wrong, more rows, the export. What it is narrowed by stands in the address, so
 * that whoever comes back from a record, or sends the address on, finds the same rows.
 */
export function RecordList<Row extends object>(props: RecordListProps<Row>) {
  const { path, filters, fixed = {}, actions, ...table } = props;
  const [search, setSearch] = useSearchParams();
  const currentOf = (field: FilterField): string => search.get(field.name) ?? usualOf(field);
  const say = (field: FilterField, value: string) =>
    setSearch(
      (before) => {
        const next = new URLSearchParams(before);
        if (value === usualOf(field)) next.delete(field.name);
        else next.set(field.name, value);
        return next;
      },
      { replace: true },
    );
  const query = Object.fromEntries(
    filters.map((field) => {
      const value = currentOf(field);
      return [field.name, field.is === 'yes' && value !== 'true' ? undefined : value];
    }),
  );
  const rows = usePaged<Row>(path, { ...query, ...fixed });
  return (
    <Flex vertical gap={16}>
      {(filters.length > 0 || actions !== undefined) && (
        <Flex gap={16} wrap align="center" className="filters">
          {filters.map((field) => (
            <FilterInput
              key={field.name}
              field={field}
              value={currentOf(field)}
              onSay={(value) => say(field, value)}
            />
          ))}
          {actions}
        </Flex>
      )}
      <Failure error={rows.error} retry={rows.retry} />
      <RecordTable<Row> {...table} {...rows} />
    </Flex>
  );
}

/** What a filter says where the address says nothing of it. */
function usualOf(field: FilterField): string {
  if (field.is === 'region') return field.initial ?? '';
  return field.is === 'yes' && field.initial ? 'true' : '';
}

interface FilterInputProps {
  field: FilterField;
  value: string;
  onSay(value: string): void;
}

function FilterInput({ field, value, onSay }: FilterInputProps) {
  const { label } = field;
  const id = `filter-${field.name}`;
  switch (field.is) {
    case 'choice':
      return (
        <Filter
          label={label}
          value={value === '' ? undefined : value}
          onChange={(chosen) => onSay(chosen ?? '')}
          choices={[...field.choices]}
        />
      );
    case 'yes':
      return (
        <Checkbox
          checked={value === 'true'}
          onChange={({ target }) => onSay(target.checked ? 'true' : 'false')}
        >
          {label}
        </Checkbox>
      );
    case 'region':
      return (
        <Form.Item label={label} htmlFor={id} style={{ margin: 0 }}>
          <RegionFilter id={id} value={value} onSay={onSay} />
        </Form.Item>
      );
    default:
      return (
        <Form.Item label={label} htmlFor={id} style={{ margin: 0 }}>
          <Input.Search
            // What the address says counts, also where it was come back to.
            key={value}
            id={id}
            allowClear
            defaultValue={value}
            placeholder={field.placeholder ?? '写几个字，回车'}
            style={{ width: 260, maxWidth: '100%' }}
            onSearch={(text) => onSay(text.trim())}
          />
        </Form.Item>
      );
  }
}

function RegionFilter({ id, value, onSay }: { id: string; value: string; onSay(value: string): void }) {
  return <RegionInput key={value} id={id} chosen={value} onChoose={onSay} />;
}
