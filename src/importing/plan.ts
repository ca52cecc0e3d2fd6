import type { KnowledgeBase } from '#catalogue/knowledge-base.js';
import { IMPORT_SOURCE } from '#catalogue/office.js';
import type { Document } from '#catalogue/schema.js';
import { checkPlan } from './checks.js';
import type { Extraction, ImportFinding, Place } from './extracted.js';
import type { ImportOptions, ImportPlan, PlannedDocument, PlannedList, Target } from './import-plan.js';
import { KIND_TITLES } from './kinds.js';
import { knownSubjects } from './known-subjects.js';
import { buildList } from './list-building.js';
import { splitByKind } from './list-parts.js';
import { targetsOf } from './targets.js';

/** The plan for the lists of a file. An error among the findings means that it can't be carried out. */
export function planImport(extraction: Extraction, kb: KnowledgeBase, options: ImportOptions): ImportPlan {
  const findings = extraction.findings.map((finding) =>
    options.skipBadRows && finding.severity === 'error' && finding.place !== null
      ? { ...finding, severity: 'warning' as const, advice: `已跳过；${finding.advice}` }
      : finding,
  );
  if (extraction.lists.length === 0 && findings.every(({ severity }) => severity !== 'error')) {
    findings.push({
      severity: 'error',
      place: null,
      problem: '文件里没有认出清单',
      advice: '请用带表头的表格，或每项带序号的段落；可用 qingdan kb template 生成空白表',
    });
  }
  const lists = extraction.lists.flatMap(splitByKind).flatMap((list) => {
    const told = options.kinds.get(list.part) ?? options.kinds.get('');
    const kind = told?.length === 1 ? (told[0] ?? null) : list.kind;
    const isKindTold = told?.some((known) => known === kind) ?? false;
    if (kind !== null && (isKindTold || told === undefined)) return [{ ...list, kind, isKindTold }];
    findings.push({
      severity: 'error',
      place: { part: list.part, line: list.rows[0]?.place.line ?? 1 },
      problem: `看不出「${list.title || list.part}」是哪种清单`,
      advice:
        '请加 --kind 种类，几张清单时写 --kind 表名=种类（自治、协助、负面、可出具证明、不应出具证明；不是社区职责的写参考）',
      needs: 'kind',
    });
    return [];
  });
  const targets = targetsOf(lists, extraction.title, kb, options, findings);
  const plan = assemble(targets, kb, options, findings);
  checkPlan(plan, kb);
  return plan;
}

function assemble(
  targets: readonly Target[],
  kb: KnowledgeBase,
  options: ImportOptions,
  findings: ImportFinding[],
): ImportPlan {
  const subjectOf = knownSubjects(kb);
  const documents = new Map<string, PlannedDocument>();
  const planned: PlannedList[] = [];
  const places = new Map<string, Place>();
  for (const target of targets) {
    const before = kb.documentById.get(target.document.id) ?? null;
    const held = documents.get(target.document.id)?.document ?? target.document;
    const list = buildList(target, { document: held, options, subjectOf, findings, places });
    const known = held.lists.some(({ id }) => id === list.id);
    const lists = known ? held.lists.map((old) => (old.id === list.id ? list : old)) : [...held.lists, list];
    const source = `${IMPORT_SOURCE}${options.fileName}`;
    const sources = held.sources.includes(source) ? held.sources : [...held.sources, source];
    documents.set(held.id, { document: { ...held, lists, sources }, before });
    const [first] = target.parts;
    planned.push({
      part: target.parts.map(({ part }) => part).join('、'),
      title: list.name || KIND_TITLES[list.kind],
      kind: list.kind,
      documentId: held.id,
      listId: list.id,
      rows: list.items.length,
      declared: list.declaredCount ?? null,
      before: target.list?.items.length ?? 0,
      isKindTold: target.parts.every((part) => part.isKindTold),
      mapping: first?.mapping ?? [],
      signature: first?.signature ?? null,
      choice: first?.choice ?? new Map(),
    });
  }
  return { documents: [...documents.values()], lists: planned, findings, places };
}

/** The plan for a document that `kb export` wrote: it takes the place of the one with its id. */
export function planDocument(document: Document, kb: KnowledgeBase): ImportPlan {
  const before = kb.documentById.get(document.id) ?? null;
  const plan: ImportPlan = {
    documents: [{ document, before }],
    lists: document.lists.map((list) => ({
      part: list.id,
      title: list.name,
      kind: list.kind,
      documentId: document.id,
      listId: list.id,
      rows: list.items.length,
      declared: list.declaredCount ?? null,
      before: before?.lists.find(({ id }) => id === list.id)?.items.length ?? 0,
      isKindTold: true,
      mapping: [],
      signature: null,
      choice: new Map(),
    })),
    findings: [],
    places: new Map(),
  };
  checkPlan(plan, kb);
  return plan;
}
