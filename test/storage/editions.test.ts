import { expect, it } from 'vitest';
import { openAssistant } from '#app/assistant.js';
import { knowledgeFolder } from '#app/files.js';
import { readKnowledge } from '#app/open.js';
import { questionEntry } from '#storage/question-log.js';
import { replay } from '#storage/replay.js';
import { readRuleFiles } from '#storage/rule-files.js';
import { fixtureKnowledge } from '../support/knowledge.js';
import { at, question, WANG } from './support/records.js';
import { onEveryStore } from './support/stores.js';

const ACT = { at: at(0), actor: '启动' };
const RULES = [{ path: 'lexicon/terms.yaml', text: 'terms: [证明]\n' }];

onEveryStore('editions', (fresh) => {
  it('puts an edition together again: the same catalogue, the same rule files', async () => {
    const { storage } = await fresh();
    const kb = fixtureKnowledge();
    const id = await storage.editions.keep({ kb, rules: RULES, program: '0.1.0' }, ACT);
    const edition = await storage.editions.rebuild(id);
    expect(edition).toMatchObject({ catalogueVersion: kb.version, program: '0.1.0', rules: RULES });
    expect(edition.kb.version).toBe(kb.version);
    expect(edition.kb.documents).toEqual(kb.documents);
  });

  it('is kept once, by any number of programs, with one row in the audit log', async () => {
    const { storage, open } = await fresh();
    const other = await open();
    const kb = fixtureKnowledge();
    const ids = await Promise.all(
      [storage, other, storage, other].map(({ editions }) =>
        editions.keep({ kb, rules: RULES, program: '0.1.0' }, ACT),
      ),
    );
    expect(new Set(ids).size).toBe(1);
    expect(await storage.editions.list()).toHaveLength(1);
    expect(await storage.audit.list(0, 10)).toMatchObject([{ action: 'edition-kept', subject: ids[0] }]);
  });

  it.each([
    ['program', { program: '0.2.0' }],
    ['rules', { rules: [] }],
  ])('is another one where its %s differs', async (_what, different) => {
    const { storage } = await fresh();
    const edition = { kb: fixtureKnowledge(), rules: RULES, program: '0.1.0' };
    await storage.editions.keep(edition, ACT);
    await storage.editions.keep({ ...edition, ...different }, ACT);
    expect(await storage.editions.list()).toHaveLength(2);
  });

  it('is refused where a part of it was changed', async () => {
    const { storage, sql } = await fresh();
    const id = await storage.editions.keep({ kb: fixtureKnowledge(), rules: RULES, program: '0.1.0' }, ACT);
    await sql("update content set body = replace(body, '证明', '材料')");
    await expect(storage.editions.rebuild(id)).rejects.toMatchObject({ code: 'QD-AUDIT' });
  });
});

onEveryStore('replaying an answer', (fresh) => {
  const TODAY = '2026-03-03';
  const open = (folder: string, today: string) => openAssistant({ folder, today });

  it('reaches the same answer, byte for byte, and tells one that was logged otherwise', async () => {
    const { storage } = await fresh();
    const assistant = openAssistant({ today: TODAY });
    const rules = readRuleFiles(knowledgeFolder());
    const edition = await storage.editions.keep({ kb: assistant.kb, rules, program: '0.1.0' }, ACT);
    const asked = { text: '社区能开居住证明吗，电话 13812345678', role: 'worker', region: '重庆市' } as const;
    const about = { at: at(0), person: WANG, ...asked, date: null, how: null, today: TODAY, edition };
    const entry = questionEntry(assistant.decide(asked), { id: 'q1', ...about });
    await storage.questions.record(entry);
    await storage.questions.record({ ...entry, id: 'q2', answerHash: '0'.repeat(64) });
    const again = await replay(storage, 'q1', open);
    expect(again).toMatchObject({ same: true, edition: { catalogueVersion: readKnowledge().version } });
    expect(again.answer.text).toBe(assistant.decide(asked).text);
    expect((await replay(storage, 'q2', open)).same).toBe(false);
  });

  it('is refused for an answer that isn’t in the log, or whose edition wasn’t kept', async () => {
    const { storage } = await fresh();
    await storage.questions.record(question('q1'));
    await expect(replay(storage, 'q1', open)).rejects.toMatchObject({ code: 'QD-ID' });
    await expect(replay(storage, 'q2', open)).rejects.toMatchObject({ code: 'QD-ID' });
  });
});
