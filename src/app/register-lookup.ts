import type { Actor } from '#access/roles.js';
import type { KnowledgeBase } from '#catalogue/knowledge-base.js';
import type { Person } from '#conversation/person.js';
import type { RegisterDesk, RegisterReply } from '#conversation/register-desk.js';
import { type Entry, textOf } from '#registers/entry.js';
import type { RegisterKind } from '#registers/kind.js';
import { REGISTERS } from '#registers/kinds/index.js';
import type { Lookup } from '#registers/lookup.js';
import { entriesSaid, sharedSaid, summarySaid, type Told } from '#registers/lookup-said.js';
import { rulesOf } from '#registers/rules.js';
import { askedBySeveral, askedFields, fieldNamer } from '#registers/shared-fields.js';
import type { RegisterPage, Registers, Storage } from '#storage/ports.js';
import type { Stretch } from '#text/stretch.js';

/** Entries looked through, the newest: more than a community writes in two years. */
const MOST_LOOKED_AT = 5000;
const PAGE = 1000;

export interface RegisterLookupParts {
  /** Null where nothing is stored. */
  storage: Pick<Storage, 'registers'> | null;
  kb: () => KnowledgeBase;
  /** Groups of names of one datum. */
  fieldNames: readonly (readonly string[])[];
}

/** Whoever writes in a community's own channel is one of its workers: the channel's settings say so. */
export const channelWorker = ({ channel, userId }: Person, region: string): Actor => ({
  id: `${channel}/${userId}`,
  name: `渠道 ${channel}`,
  role: 'worker',
  region,
});

const NO_STORE = '这里没有登记可以查。';
const NO_REGION = '请先说是哪里的，如「我在南岸区」，再问登记里有什么。';
const notOpen = ({ name }: RegisterKind) =>
  `${name}里有个人的事，只有社区自己的渠道能查（管理员把渠道的身份设为社区工作者、写明地区）。有账号的可以在工作台“登记簿”里看。`;

interface Where {
  readonly region: string;
  readonly code: string;
  readonly registers: Registers;
}

/** What a conversation is told of the registers: what is open to whoever asks, and all else to the community itself. */
export function createRegisterLookup({ storage, kb, fieldNames }: RegisterLookupParts): RegisterDesk['look'] {
  return async (lookup, asker) => {
    const kind: RegisterKind = REGISTERS[lookup.kind];
    if (storage === null) return said([NO_STORE]);
    if (!kind.open && asker.own === null) return said([notOpen(kind)]);
    const region = kind.open ? asker.region : (asker.own?.region ?? null);
    const code = region === null ? undefined : kb().regions.get(region)?.code;
    if (region === null || code === undefined) return said([NO_REGION]);
    const where = { region, code, registers: storage.registers };
    const told = ({ lines, commands }: Told) => said([...lines, ...(asker.atOffice ? commands : [])]);
    if (lookup.want === 'shared') {
      const { several, ...shared } = await sharedIn(where, lookup.name, fieldNames);
      const rules = several ? rulesOf(kb(), REGISTERS.fields, region, asker.day) : [];
      return { ...told(shared), citations: rules };
    }
    const stretch = lookup.stretch ?? (kind.looked.thisYear ? yearTo(asker.day) : null);
    const dated = { ...lookup, stretch };
    const { entries, cut } = await entriesOf(kind, dated, where, asker.own?.person ?? null);
    const found = { kind, lookup: dated, region, entries, cut };
    return told(lookup.want === 'entries' ? entriesSaid(found) : summarySaid(found));
  };
}

const said = (lines: readonly string[]): RegisterReply => ({ lines, citations: [] });

const yearTo = (day: string): Stretch => ({
  from: `${day.slice(0, 4)}-01-01`,
  to: day,
  words: '今年',
  start: 0,
});

async function sharedIn(
  { region, code, registers }: Where,
  name: string,
  fieldNames: RegisterLookupParts['fieldNames'],
): Promise<Told & { several: boolean }> {
  const forms = await registers.open('forms', code, PAGE);
  const fields = await registers.open('fields', code, PAGE);
  const asked = askedFields(forms, fields, fieldNames);
  const shown = fieldNamer(fields, fieldNames)(name);
  const found = asked.find((field) => field.name === shown) ?? null;
  const several = name === '' ? askedBySeveral(asked).length > 0 : (found?.demanders ?? 0) > 1;
  return { ...sharedSaid(region, asked, name === '' ? null : { name, found }), several };
}

/** What fits, newest first. @param person whoever writes in a community's own channel; null for an open register */
async function entriesOf(
  kind: RegisterKind,
  { stretch, name, place, state }: Lookup,
  { code, registers }: Where,
  person: Person | null,
): Promise<{ entries: Entry[]; cut: boolean }> {
  const all =
    kind.open || person === null
      ? await registers.open(kind.id, code, PAGE)
      : await own(registers, channelWorker(person, code), { kind: kind.id, region: code, ...stretch });
  const fits = (entry: Entry) =>
    entry.state !== 'ended' &&
    (state === null || entry.state === state) &&
    (stretch === null || (entry.day >= stretch.from && entry.day <= stretch.to)) &&
    (place === '' || entry.place.includes(place)) &&
    (name === '' || isNamed(textOf(entry, kind.what), name));
  return { entries: all.filter(fits), cut: all.length >= (kind.open ? PAGE : MOST_LOOKED_AT) };
}

/** 居住证明 and 居住证 are the same to whoever asks. */
const isNamed = (what: string, name: string): boolean => what.includes(name) || name.includes(what);

async function own(
  registers: Registers,
  actor: Actor,
  { kind, region, from, to }: Pick<RegisterPage, 'kind' | 'region' | 'from' | 'to'>,
): Promise<Entry[]> {
  const all: Entry[] = [];
  for (let after: Entry | undefined; all.length < MOST_LOOKED_AT; ) {
    const page = await registers.list(actor, { kind, region, from, to, limit: PAGE, after });
    all.push(...page);
    after = page.at(-1);
    if (page.length < PAGE) break;
  }
  return all;
}
