import { Select } from 'antd';
import { useState } from 'react';
import type { ListKind } from '#catalogue/schema.js';
import type { RowPlanned } from '#importing/seen.js';
import { usePaged } from '../../../api/paged.js';
import type { MatterChosen } from './asked.js';

interface MatterSeen {
  id: string;
  name: string;
  sort: string;
}
interface MatterChoiceProps {
  row: RowPlanned;
  chosen: MatterChosen | null;
  onChoose(choice: MatterChosen | null): void;
}

const OWN: MatterChosen = { matter: 'new', name: '本单位的新事项' };
/** What the id of a matter begins with that a committee may not be made to do. */
const BARRED = 'neg-';

/** What a row goes to as it stands. */
export function wordsOf({ by, matter, matterName }: RowPlanned): string {
  if (by === 'others') return '他人的职责，不归类';
  if (by === 'open') return '待选';
  return matterName ?? (matter === null ? '—' : OWN.name);
}

/** Proposals first, then whatever of the library is looked for, or one of the office's own. */
export function MatterChoice({ row, chosen, onChoose }: MatterChoiceProps) {
  const [find, setFind] = useState('');
  const [opened, setOpened] = useState(false);
  const found = usePaged<MatterSeen>(
    '/api/v1/matters',
    { q: find, sort: sortOf(row.kind), limit: 50 },
    opened && find !== '',
  );
  if (row.by === 'others') return <span className="soft">{wordsOf(row)}</span>;
  const proposed = row.proposals.map(({ matter, name, confidence }) => ({
    value: matter,
    name,
    label: `${name}（${Math.round(confidence * 100)}%）`,
  }));
  const known = found.rows
    .filter(({ id }) => id.startsWith(BARRED) === (row.kind === 'negative'))
    .map(({ id, name }) => ({ value: id, name, label: name }));
  const others = known.filter(({ value }) => !proposed.some((one) => one.value === value));
  const options = [
    ...(find === '' ? proposed : [...proposed.filter(({ name }) => name.includes(find)), ...others]),
    { value: OWN.matter, name: OWN.name, label: OWN.name },
  ];
  const value =
    chosen !== null
      ? { value: chosen.matter, label: chosen.name }
      : row.matter === null
        ? null
        : { value: row.matter, label: wordsOf(row) };
  return (
    <Select
      aria-label={`“${row.name}”归入哪个事项`}
      style={{ width: '100%' }}
      labelInValue
      allowClear={chosen !== null}
      showSearch={{ filterOption: false, onSearch: (text) => setFind(text.trim()) }}
      placeholder={wordsOf(row)}
      {...(row.by === 'open' && chosen === null ? { status: 'warning' as const } : {})}
      value={value}
      options={options}
      notFoundContent="写几个字找事项"
      onOpenChange={(open) => {
        setOpened(open);
        if (!open) setFind('');
      }}
      onChange={(choice) => {
        const of = choice && options.find((option) => option.value === choice.value);
        onChoose(of ? { matter: of.value, name: of.name } : null);
      }}
    />
  );
}

function sortOf(kind: ListKind): string {
  return kind === 'may-certify' || kind === 'must-not-certify' ? 'paper' : 'duty';
}
