import { Select } from 'antd';
import { useState } from 'react';
import { KIND_WORDS } from '#catalogue/words.js';
import type { ItemSeen } from '../api/catalogue.js';
import { usePaged } from '../api/paged.js';

interface ItemInputProps {
  id?: string;
  value?: string;
  onChange?(id: string): void;
  /** Full name of a region: its own lists and those above it are offered. Default: all lists. */
  within?: string;
}

/** A row of a list in force, looked for by its words; a form gives value and id. */
export function ItemInput({ within, ...field }: ItemInputProps) {
  const [find, setFind] = useState('');
  const items = usePaged<ItemSeen>(
    '/api/v1/items',
    { q: find, type: 'item', inForce: 'true', limit: 100 },
    find !== '',
  );
  const held = items.rows.filter(
    ({ kind, region }) =>
      kind !== 'reference' && (within === undefined || region === '全国' || within.startsWith(region)),
  );
  return (
    <Select
      {...field}
      showSearch={{ filterOption: false, onSearch: (text) => setFind(text.trim()) }}
      placeholder="写几个字找，如：流动人口"
      notFoundContent={find === '' ? '写几个字找' : items.loading ? '正在找' : '这里有效的清单上没有'}
      options={held.map(({ id, name, kind, region }) => ({
        value: id,
        label: `${name}（${kind === null ? '规定' : KIND_WORDS[kind]} · ${region}）`,
      }))}
    />
  );
}
