import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { NOBODYS, type Nobodys } from '#catalogue/matters/wordings.js';
import { QingdanError } from '#errors.js';
import { EVIDENCE_FEATURES, NOBODY_FEATURES, type ScoringWeights } from '#ruling/index.js';
import { knowledgeFolder, packagePath, readTextFile } from './files.js';

const named = <Name extends string>(names: readonly Name[]) =>
  z.strictObject(Object.fromEntries(names.map((name) => [name, z.number()])) as Record<Name, z.ZodNumber>);
const nobody = named(NOBODY_FEATURES);

const schema = z.strictObject({
  weights: named(EVIDENCE_FEATURES.map(({ name }) => name)),
  nobody: z.strictObject(
    Object.fromEntries(NOBODYS.map((label) => [label, nobody])) as Record<Nobodys, typeof nobody>,
  ),
  data: z.strictObject({ name: z.string(), sha256: z.string(), questions: z.number(), cases: z.number() }),
});

/** Where the decision's weights are: in the knowledge folder, else (a folder without them) in the package. */
export function decisionWeightsPath(folder?: string): string {
  const own = join(knowledgeFolder(folder), 'weights', 'decision.json');
  return existsSync(own) ? own : packagePath('knowledge', 'weights', 'decision.json');
}

/** The fitted weights of the decision. @throws QingdanError QD-FILE, QD-SCHEMA */
export function readDecisionWeights(folder?: string): ScoringWeights {
  const path = decisionWeightsPath(folder);
  try {
    return schema.parse(JSON.parse(readTextFile(path).text));
  } catch (cause) {
    if (cause instanceof QingdanError) throw cause;
    throw new QingdanError('QD-SCHEMA', `权重文件 ${path} 内容不对，请用 npm run fit:decision 重新生成`, {
      cause,
    });
  }
}
