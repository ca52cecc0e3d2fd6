import { type KnowledgeBase, rowById } from '#catalogue/knowledge-base.js';
import type { Finding, FindingCode } from '#catalogue/lint/finding.js';
import { effective } from '#catalogue/rows.js';
import { QingdanError } from '#errors.js';
import type { TextFile } from '#text/yaml.js';
import { type ProcessData, parseProcess, STEPS } from './process.js';

/** Everything wrong with the admission procedures of a folder; a file that can't be read is one finding. */
export function lintProcesses(files: readonly TextFile[], kb: KnowledgeBase): Finding[] {
  const findings: Finding[] = [];
  const find = (code: FindingCode, where: string, message: string): void => {
    findings.push({ severity: 'error', code, documentId: null, where, message });
  };
  const regions = new Map<string, string>();
  for (const file of files) {
    let data: ProcessData;
    try {
      data = parseProcess(file);
    } catch (error) {
      if (!(error instanceof QingdanError)) throw error;
      find(error.code === 'QD-YAML' ? 'KB-YAML' : 'KB-SCHEMA', file.path, error.message);
      continue;
    }
    const { id, region } = data;
    if (!file.path.endsWith(`/${id}.yaml`)) find('KB-ID', file.path, `文件名应是 ${id}.yaml`);
    const other = regions.get(region);
    if (other !== undefined) find('KB-DUPLICATE-ID', id, `${region} 已有准入程序 ${other}`);
    regions.set(region, id);
    if (kb.regions.get(region) === undefined) {
      find('KB-REGION', id, `地区「${region}」不在 regions.yaml 里，请写其中的全称`);
    } else checkRows(data, kb, find);
    checkSteps(data, find);
  }
  return findings;
}

type Find = (code: FindingCode, where: string, message: string) => void;

/** Every row named is there, and of the region itself or one above it. */
function checkRows({ id, region, row, steps }: ProcessData, kb: KnowledgeBase, find: Find): void {
  const at = kb.regions.get(region);
  const lineage = at === undefined ? [] : kb.regions.lineage(at).map(({ name }) => name);
  for (const rowId of [row, ...steps.flatMap((step) => step.row ?? [])]) {
    const found = rowById(kb, rowId);
    if (found === undefined) find('KB-REFERENCE', id, `依据的条目 ${rowId} 不存在`);
    else if (!lineage.includes(effective(found).region)) {
      find('KB-REFERENCE', id, `依据的条目 ${rowId} 不是 ${region} 的，也不是上级的`);
    }
  }
}

/** Steps stand in their order, each once; only the country's default has steps without a source. */
function checkSteps({ id, region, steps }: ProcessData, find: Find): void {
  const places = steps.map(({ step }) => STEPS.indexOf(step));
  if (places.some((place, i) => i > 0 && place <= (places[i - 1] as number))) {
    find('KB-SCHEMA', id, `步骤要按 ${STEPS.join('、')} 的次序，每步一次`);
  }
  for (const { step, row, roles } of steps) {
    if (row === undefined && region !== '全国') find('KB-REFERENCE', id, `步骤 ${step} 没有写依据的条目`);
    if (['review', 'meeting', 'decide'].includes(step) && roles === undefined) {
      find('KB-SCHEMA', id, `步骤 ${step} 没有写由哪类用户办（roles）`);
    }
  }
}
