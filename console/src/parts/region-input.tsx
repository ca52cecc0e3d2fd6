import { AutoComplete } from 'antd';
import { useState } from 'react';
import { usePaged } from '../api/paged.js';

interface RegionSeen {
  code: string;
  name: string;
}
interface RegionInputProps {
  id?: string;
  /** A form gives it, and takes every letter. */
  value?: string;
  onChange?(value: string): void;
  /** A filter gives it, and takes what was chosen, or is empty. */
  chosen?: string;
  onChoose?(value: string): void;
  placeholder?: string;
}

/** A region by its name, which is looked for while it is written. */
export function RegionInput({
  id,
  value,
  onChange,
  chosen,
  onChoose,
  placeholder = '如：渝北区',
}: RegionInputProps) {
  const [find, setFind] = useState('');
  const regions = usePaged<RegionSeen>('/api/v1/regions', { q: find, limit: 20 }, find !== '');
  const options =
    find === '' ? [] : regions.rows.map(({ code, name }) => ({ value: name, label: `${name}（${code}）` }));
  const given = chosen === undefined ? { value: value ?? '' } : { defaultValue: chosen };
  return (
    <AutoComplete
      {...(id === undefined ? {} : { id })}
      {...given}
      allowClear
      style={{ width: '100%', minWidth: 200, maxWidth: 320 }}
      placeholder={placeholder}
      options={options}
      showSearch={{ onSearch: (text) => setFind(text.trim()) }}
      onChange={(text: string | undefined) => {
        onChange?.(text ?? '');
        if ((text ?? '') === '') onChoose?.('');
      }}
      onSelect={(name) => onChoose?.(String(name))}
    />
  );
}
