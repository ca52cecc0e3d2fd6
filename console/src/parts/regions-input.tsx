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

/** Several regions by their names; one that isn't in the table is written as its code and name. */
export function RegionsInput({ id, value = [], onChange }: RegionsInputProps) {
  const [find, setFind] = useState('');
  const regions = usePaged<RegionSeen>('/api/v1/regions', { q: find, limit: 50 }, find !== '');
  return (
    <Select
      {...(id === undefined ? {} : { id })}
      mode="tags"
      value={value}
      onChange={(chosen: string[]) => {
        setFind('');
        onChange?.(chosen);
      }}
      tokenSeparators={['\n', '、', '；']}
      placeholder="写几个字，从下面选"
      notFoundContent={find === '' ? null : undefined}
      showSearch={{ filterOption: false, onSearch: (text) => setFind(text.trim()) }}
      options={
        find === '' ? [] : regions.rows.map(({ code, name }) => ({ value: `${code} ${name}`, label: name }))
      }
    />
  );
}
