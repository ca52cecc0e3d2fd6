import { describe, expect, it } from 'vitest';
import { readMatters } from '#app/matters.js';
import { readKnowledge } from '#app/open.js';
import { readRegisterFacts } from '#app/register-facts.js';
import { rowById } from '#catalogue/knowledge-base.js';
import { rowsOfFacts } from '#registers/facts.js';
import { KIND_IDS, type RegisterKind } from '#registers/kind.js';
import { REGISTERS, registerKind } from '#registers/kinds/index.js';
import { rulesOf } from '#registers/rules.js';

const kb = readKnowledge();
const matters = new Set(readMatters().all.map(({ id }) => id));
const facts = readRegisterFacts();

describe.each(Object.values<RegisterKind>(REGISTERS))('$name', (kind) => {
  const keys = kind.fields.map(({ key }) => key);

  it('names fields that it has, each once', () => {
    const named = [
      kind.what,
      kind.day,
      ...(kind.who === null ? [] : [kind.who]),
      ...(kind.outcome === null ? [] : [kind.outcome]),
    ];
    expect(named.filter((key) => !keys.includes(key))).toEqual([]);
    expect(new Set(keys).size).toBe(keys.length);
    expect(new Set(kind.fields.map(({ label }) => label)).size).toBe(keys.length);
  });

  it('needs the day and the name that it is found by', () => {
    const required = kind.fields.filter((field) => field.required).map(({ key }) => key);
    expect(required).toEqual(expect.arrayContaining([kind.day, kind.what]));
    expect(kind.fields.find(({ key }) => key === kind.day)?.sort).toBe('date');
  });

  it('leans on matters of the library', () => {
    expect(kind.matters.filter((id) => !matters.has(id))).toEqual([]);
  });

  it('has choices wherever there is something to choose', () => {
    expect(
      kind.fields.filter(({ sort, choices }) => (sort === 'choice') !== (choices !== undefined)),
    ).toEqual([]);
  });

  it('is found by its id and by its name', () => {
    expect(registerKind(kind.id)).toBe(kind);
    expect(registerKind(kind.name)).toBe(kind);
  });
});

it('every id is a kind, under its own name', () => {
  expect(Object.values(REGISTERS).map(({ id }) => id)).toEqual([...KIND_IDS]);
});

describe('knowledge/registers', () => {
  it('leans on rows of the knowledge base', () => {
    expect(rowsOfFacts(facts).filter((id) => rowById(kb, id) === undefined)).toEqual([]);
  });

  it('limits and measures by fields and choices that there are', () => {
    const measures = facts.selfCheck.questions.flatMap(({ measure }) =>
      measure === undefined ? [] : [measure],
    );
    for (const { register, field, is } of [...facts.limits, ...measures]) {
      const kind: RegisterKind = REGISTERS[register];
      if (field === undefined) continue;
      const found = kind.fields.find(({ key }) => key === field);
      expect(found, `${register} ${field}`).toBeDefined();
      if (found?.choices !== undefined) expect(found.choices).toContain(is);
    }
    for (const { register, with: filled, without } of measures) {
      const keys = REGISTERS[register].fields.map(({ key }) => key as string);
      for (const key of [filled, without]) if (key !== undefined) expect(keys).toContain(key);
    }
  });

  it('asks under chapters that there are, each question once', () => {
    const { chapters, questions } = facts.selfCheck;
    expect(questions.filter(({ chapter }) => !chapters.some(({ id }) => id === chapter))).toEqual([]);
    expect(chapters.filter(({ id }) => !questions.some(({ chapter }) => chapter === id))).toEqual([]);
    expect(new Set(questions.map(({ id }) => id)).size).toBe(questions.length);
  });

  it('calls every name of a field by one name', () => {
    const names = facts.fieldNames.flat();
    expect(new Set(names).size).toBe(names.length);
  });
});

describe('the rules of a register', () => {
  it('are those in force where they are asked for, the nearest of the first matter first', () => {
    const [first] = rulesOf(kb, REGISTERS.boards, '重庆市南岸区', '2026-11-27');
    expect(first).toMatchObject({ region: '重庆市', documentId: 'cq-2022-166', locator: '一、（二）' });
    const regions = rulesOf(kb, REGISTERS.forms, '重庆市南岸区', '2026-11-27').map(({ region }) => region);
    expect(regions).not.toContain('北京市');
    expect(regions.length).toBeGreaterThan(0);
  });

  it('are none where and when nothing says anything', () => {
    expect(rulesOf(kb, REGISTERS.boards, '重庆市', '2000-01-01')).toEqual([]);
  });
});
