import { mayAll, mayAnywhere, requireMay } from '#access/actor.js';
import { ENTRY_STATES, type Entry, textOf } from '#registers/entry.js';
import { cellOf } from '#registers/field.js';
import type { RegisterKind } from '#registers/kind.js';
import { REGISTERS } from '#registers/kinds/index.js';
import { placeOf } from '#registers/whose.js';
import type { ExportedRoom, Field } from './room.js';

const PAGE = 500;
const KINDS: readonly RegisterKind[] = Object.values(REGISTERS);

/** All registers under the same columns; what a kind keeps besides stands in the last one. Without fields that name persons. */
export const registers: ExportedRoom = {
  name: 'registers',
  title: '登记',
  columns: [
    ['kind', `哪一种：${KINDS.map(({ id, name }) => `${id} ${name}`).join('、')}`],
    ['id', '编号'],
    ['number', '登记号'],
    ['region', '区划代码'],
    ['place', '社区（村）'],
    ['day', '日期'],
    ['what', '名称'],
    ['who', '要求或提出的单位'],
    ['outcome', '结果'],
    ['state', `状态：${ENTRY_STATES.join('、')}`],
    ['decided_on', '决定日期'],
    ['decision_number', '决定文号'],
    ['decision_reason', '理由'],
    ['fields', '全部栏目，JSON，键是栏目的中文名'],
  ],
  async *rows(storage, { from, to, region = undefined }, actor) {
    if (!mayAnywhere(actor, 'export', 'register')) requireMay(actor, 'export', 'register', actor);
    const exportable = mayAll(actor, 'export', 'register');
    for (const kind of KINDS) {
      for (let after: Pick<Entry, 'day' | 'id'> | undefined; ; ) {
        const page = await storage.registers.list(actor, {
          ...{ kind: kind.id, region: region ?? actor.region, limit: PAGE },
          ...{ from, after },
        });
        for (const entry of page) {
          if (to !== undefined && entry.day >= to) continue;
          if (exportable(placeOf(entry))) yield rowOf(kind, entry);
        }
        const last = page.at(-1);
        if (last === undefined || page.length < PAGE) break;
        after = { day: last.day, id: last.id };
      }
    }
  },
};

function rowOf(kind: RegisterKind, entry: Entry): Field[] {
  const { id, number, region, place, day, state, decided } = entry;
  const named = kind.fields
    .filter(({ key, personal }) => key in entry.values && personal !== true)
    .map(({ key, label }) => [label, cellOf(entry.values[key])]);
  const of = (key: string | null) => (key === null ? null : textOf(entry, key) || null);
  return [
    ...[kind.id, id, number, region, place, day],
    ...[of(kind.what), of(kind.who), of(kind.outcome), state],
    ...[decided?.day ?? null, decided?.number ?? null, decided?.reason ?? null],
    JSON.stringify(Object.fromEntries(named)),
  ];
}
