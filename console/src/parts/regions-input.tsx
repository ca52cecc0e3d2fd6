import { Select } from 'antd';
import { useState } from 'react';
import { usePaged } from '../api/paged.js';

interface RegionSeen {
  code: string;
  name: string;
}
interface RegionsInputProps {
  id?: string;
  /** Code and name of each, with a space between. */
  value?: string[];
  onChange?(value: string[]): void;
}

/** A code with a name behind it, written where the table of regions doesn't have it. */
const WRITTEN = /^(\d{6,12})[\s,，、]+(\S.*)$/u;

/** Several regions, chosen by their names or written as code and name. */
export function RegionsInput({ id, value = [], onChange }: RegionsInputProps) {
  const [find, setFind] = useState('');
  const regions = usePaged<RegionSeen>('/api/v1/regions', { q: find, limit: 50 }, find !== '');
  const [, code, name] = WRITTEN.exec(find) ?? [];
  const written = code === undefined || name === undefined ? [] : [{ code, name }];
  const options = [...written, ...(find === '' ? [] : regions.rows)].map((one) => ({
    value: `${one.code} ${one.name}`,
    label: one.name,
  }));
  return (
    <Select
      {...(id === undefined ? {} : { id })}
      mode="multiple"
      value={value}
      onChange={(chosen: string[]) => {
        setFind('');
        onChange?.(chosen);
      }}
      placeholder="写几个字，从下面选"
      notFoundContent={find === '' ? null : '没有这个地区'}
      labelRender={({ value: chosen }) => WRITTEN.exec(String(chosen))?.[2] ?? String(chosen)}
      showSearch={{ filterOption: false, onSearch: (text) => setFind(text.trim()) }}
      options={options}
    />
  );
}
