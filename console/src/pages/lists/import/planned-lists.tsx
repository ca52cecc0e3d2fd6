import { Button, Card, Flex, Form, Input, Select, Typography } from 'antd';
import { LIST_KINDS, type ListKind } from '#catalogue/schema.js';
import { KIND_WORDS } from '#catalogue/words.js';
import { FIELD_NAMES, FIELDS, type Field } from '#importing/field-names.js';
import type { ImportSeen, ListPlanned } from '#importing/seen.js';
import { Part } from '../../../parts/record.js';
import type { Asked } from './asked.js';

const KINDS = LIST_KINDS.map((value) => ({ value, label: KIND_WORDS[value] }));
const NOT_READ = 'none';
const FIELD_CHOICES = [
  { value: NOT_READ, label: '不读' },
  ...FIELDS.map((value) => ({ value, label: FIELD_NAMES[value] })),
];

interface PlannedListsProps {
  plan: ImportSeen;
  asked: Asked;
  busy: boolean;
  onChange(said: Pick<Asked, 'kinds' | 'columns'>): void;
}

/** Each list of the file: what kind it was taken for, and each column; both can be put right. */
export function PlannedLists({ plan, asked, busy, onChange }: PlannedListsProps) {
  const { kinds, columns } = asked;
  const sayKind = (part: string, kind: ListKind) =>
    onChange({ columns, kinds: [...kinds.filter((one) => one.part !== part), { part, kind }] });
  const sayColumn = (one: Asked['columns'][number]) =>
    onChange({
      kinds,
      columns: [
        // One field has one column: what was said of either before doesn't count any more.
        ...columns.filter(
          ({ signature, column, field }) =>
            signature !== one.signature || (column !== one.column && (field === null || field !== one.field)),
        ),
        one,
      ],
    });
  const unread = plan.findings.filter(({ needs, severity }) => needs === 'columns' && severity === 'error');
  const unknown = [
    ...new Set(
      plan.findings.flatMap(({ needs, place }) => (needs === 'kind' && place !== null ? [place.part] : [])),
    ),
  ].filter((part) => !plan.lists.some((list) => list.part === part));
  return (
    <Part title="认成了什么">
      <Flex vertical gap={16}>
        {plan.lists.map((list) => (
          <PlannedListCard
            key={`${list.part} ${list.listId}`}
            list={list}
            busy={busy}
            onKind={(kind) => sayKind(list.part, kind)}
            onColumn={(column, field) =>
              sayColumn({ ...(list.signature === null ? {} : { signature: list.signature }), column, field })
            }
          />
        ))}
        {unknown.map((part) => (
          <Form.Item key={part} label={`“${part}”是哪种清单`} htmlFor={`kind-${part}`} style={{ margin: 0 }}>
            <Select<ListKind>
              id={`kind-${part}`}
              style={{ width: 260 }}
              placeholder="请选"
              disabled={busy}
              options={KINDS}
              onChange={(kind) => sayKind(part, kind)}
            />
          </Form.Item>
        ))}
        {unread.length > 0 && (
          <NameColumn busy={busy} onColumn={(column) => sayColumn({ column, field: 'name' })} />
        )}
      </Flex>
    </Part>
  );
}

interface CardProps {
  list: ListPlanned;
  busy: boolean;
  onKind(kind: ListKind): void;
  onColumn(column: string, field: Field | null): void;
}

function PlannedListCard({ list, busy, onKind, onColumn }: CardProps) {
  const { part, title, kind, rows, declared, before, columns } = list;
  return (
    <Card size="small">
      <Typography.Title level={3} style={{ fontSize: 16, marginTop: 0 }}>
        {title || part}
      </Typography.Title>
      <Flex gap={16} wrap align="center">
        <Form.Item label="清单种类" htmlFor={`kind-${list.listId}`} style={{ margin: 0 }}>
          <Select<ListKind>
            id={`kind-${list.listId}`}
            style={{ width: 200 }}
            value={kind}
            disabled={busy}
            options={KINDS}
            onChange={onKind}
          />
        </Form.Item>
        <span>
          {rows} 项{declared !== null && `（文件说应有 ${declared} 项）`}
          {before > 0 && `，换下现行的 ${before} 项`}
        </span>
        <span className="soft">在文件的“{part}”里</span>
      </Flex>
      {columns.length > 0 && (
        <dl className="cells" style={{ marginTop: 12 }}>
          {columns.map(({ column, header, field }) => {
            const id = `column-${list.listId}-${column}`;
            return (
              <div key={column}>
                <dt>
                  <label htmlFor={id}>
                    {column} 列“{header || '没有表头'}”
                  </label>
                </dt>
                <dd>
                  <Select
                    id={id}
                    style={{ width: '100%' }}
                    value={field ?? NOT_READ}
                    disabled={busy}
                    options={FIELD_CHOICES}
                    onChange={(chosen) => onColumn(column, chosen === NOT_READ ? null : (chosen as Field))}
                  />
                </dd>
              </div>
            );
          })}
        </dl>
      )}
    </Card>
  );
}

/** Where no header was known at all: which column has the names. */
function NameColumn({ busy, onColumn }: { busy: boolean; onColumn(column: string): void }) {
  return (
    <Form<{ column: string }>
      layout="inline"
      requiredMark={false}
      onFinish={({ column }) => onColumn(column.trim())}
    >
      <Form.Item
        name="column"
        label="没有认出表头，事项名称在哪一列"
        rules={[{ required: true, whitespace: true, message: '写列的字母或表头的字' }]}
      >
        <Input placeholder="如：B" maxLength={40} style={{ width: 160 }} />
      </Form.Item>
      <Button htmlType="submit" disabled={busy}>
        按这一列读
      </Button>
    </Form>
  );
}
