import type { KnowledgeBase } from '#catalogue/knowledge-base.js';
import { COUNTRY } from '#catalogue/regions.js';
import type { RegisterDesk } from '#conversation/register-desk.js';
import { QingdanError } from '#errors.js';
import { askedLines, nothingLines } from '#registers/asked.js';
import { checkedValues } from '#registers/entry.js';
import type { RegisterKind } from '#registers/kind.js';
import { REGISTERS } from '#registers/kinds/index.js';
import { entriesNamed } from '#registers/named.js';
import { rulesOf } from '#registers/rules.js';
import { takeoverOf } from '#registers/takeover.js';
import { takeoverLines } from '#registers/takeover-said.js';
import type { Storage } from '#storage/ports.js';
import { readRegisterFacts } from './register-facts.js';
import { channelWorker, createRegisterLookup } from './register-lookup.js';

/** Entries of a region that a name is looked up among: the newest. */
const MOST_LOOKED_AT = 1000;

export interface RegisterDeskParts {
  /** Null where nothing is stored: there are the rules alone. */
  storage: Pick<Storage, 'registers'> | null;
  kb: () => KnowledgeBase;
  /** The time now, ISO 8601. */
  now: () => string;
}

/** The registers as a conversation asks them. */
export function createRegisterDesk({ storage, kb, now }: RegisterDeskParts): RegisterDesk {
  const { organisations: facts, fieldNames } = readRegisterFacts();
  const look = createRegisterLookup({ storage, kb, fieldNames });
  const codeOf = (region: string | null) => (region === null ? undefined : kb().regions.get(region)?.code);
  return {
    async ask(kindId, name, region, day) {
      const kind: RegisterKind = REGISTERS[kindId];
      const code = codeOf(region);
      const citations = rulesOf(kb(), kind, region ?? COUNTRY, day);
      if (storage !== null && code !== undefined && name !== '') {
        const entries = await storage.registers.open(kindId, code, MOST_LOOKED_AT);
        const [found, ...others] = entriesNamed(kind, entries, name);
        if (found !== undefined) {
          const more = others.map(({ values }) => `“${String(values[kind.what])}”`);
          const near = more.length === 0 ? [] : [`名字相近的还有：${more.join('、')}。`];
          return { lines: [...askedLines(kind, found), ...near], citations };
        }
      }
      return { lines: nothingLines(kind, name, region), citations };
    },
    async takeover(task, isOwn, region) {
      const code = codeOf(region);
      const entries =
        storage === null || code === undefined
          ? []
          : await storage.registers.open('organisations', code, MOST_LOOKED_AT);
      const takeover = takeoverOf(task, entries, facts);
      return { lines: takeoverLines(takeover, isOwn), possible: !isOwn && takeover.outcome !== 'none' };
    },
    look,
    async stamp({ paper, demander, outcome, place }, region, day, { channel, userId }) {
      const code = kb().regions.get(region)?.code;
      if (storage === null || code === undefined) {
        throw new QingdanError('QD-REGION', '这个渠道没有设好是哪个地区，登记不了用章，请管理员设置');
      }
      const values = checkedValues(REGISTERS.seal, { day, paper, demander, outcome });
      const actor = channelWorker({ channel, userId }, code);
      const act = { at: now(), day, source: '对话' };
      const [entry] = await storage.registers.add(
        actor,
        [{ kind: 'seal', region: code, place, values }],
        act,
      );
      return entry?.number ?? '';
    },
  };
}
