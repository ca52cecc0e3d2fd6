import { Flex, Radio } from 'antd';
import { useState } from 'react';
import { KIND_WORDS } from '#catalogue/words.js';
import type { RowPlanned } from '#importing/seen.js';
import { Part } from '../../../parts/record.js';
import { RecordTable } from '../../../parts/record-table.js';
import { type Chosen, keyOf, type MatterChosen } from './asked.js';
import { MatterChoice, wordsOf } from './matter-choice.js';

const VIEWS = ['all', 'open', 'new'] as const;
type View = (typeof VIEWS)[number];

interface RowsProps {
  rows: readonly RowPlanned[];
  chosen: Chosen;
  onChoose(row: RowPlanned, choice: MatterChosen | null): void;
}

/** Every row beside what the file says, with its matter; whoever imports chooses where the program isn't sure. */
export function Rows({ rows, chosen, onChoose }: RowsProps) {
  const [view, setView] = useState<View>('all');
  const open = rows.filter((row) => row.by === 'open' && !chosen.has(keyOf(row)));
  const fresh = rows.filter((row) => row.by === 'new');
  const shown = { all: rows, open: rows.filter(({ by }) => by === 'open'), new: fresh }[view];
  const labels: Record<View, string> = {
    all: `全部 ${rows.length} 行`,
    open: `拿不准的，还有 ${open.length} 行没选`,
    new: `事项库里没有的 ${fresh.length} 行`,
  };
  return (
    <Part title="逐行归入哪个事项">
      <Flex vertical gap={12}>
        <p className="soft">
          归入了事项，群众换个说法也问得到这一行。拿不准的不选也能发布，以后再选；选过的，下次更新照旧。
        </p>
        <Radio.Group
          aria-label="看哪些行"
          value={view}
          onChange={({ target }) => setView(target.value)}
          options={VIEWS.map((value) => ({ value, label: labels[value] }))}
        />
        <RecordTable<RowPlanned>
          name="逐行归类"
          rowKey="id"
          rows={shown}
          empty="没有这样的行"
          columns={[
            {
              title: '行号',
              width: 90,
              text: ({ place }) => (place === null ? '—' : `${place.part} ${place.line}`),
            },
            { title: '文件里写的', text: ({ original }) => original.join('　') },
            { title: '事项名称', text: ({ name }) => name },
            { title: '哪类', width: 120, text: ({ kind }) => KIND_WORDS[kind] },
            {
              title: '归入哪个事项',
              width: 300,
              text: (row) => chosen.get(keyOf(row))?.name ?? wordsOf(row),
              show: (row) => (
                <MatterChoice
                  row={row}
                  chosen={chosen.get(keyOf(row)) ?? null}
                  onChoose={(choice) => onChoose(row, choice)}
                />
              ),
            },
            { title: '把握', width: 90, text: (row) => (chosen.has(keyOf(row)) ? '已选定' : sureOf(row)) },
          ]}
        />
      </Flex>
    </Part>
  );
}

function sureOf({ by, proposals: [best] }: RowPlanned): string {
  switch (by) {
    case 'before':
      return '同上一版';
    case 'given':
      return '文件写明';
    case 'sure':
    case 'open':
      return best === undefined ? '—' : `${Math.round(best.confidence * 100)}%`;
    default:
      return '—';
  }
}
