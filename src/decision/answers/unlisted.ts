import type { ListKind } from '../../catalogue/schema.js';
import { elsewhereLine, gapLine } from '../compose.js';
import { gapsOf } from '../gaps.js';
import { candidateOf, type Hit } from '../hits.js';
import { rulesFor } from '../ruling.js';
import type { Draft, Situation } from '../situation.js';
import { COMMITTEE } from '../wording.js';

const CERTIFICATES: readonly ListKind[] = ['may-certify', 'must-not-certify'];
const TASKS: readonly ListKind[] = ['autonomy', 'assist', 'negative'];

const NEXT = {
  certificate: {
    resident: '可以请要证明的单位说明它依据的是哪条法律法规；说不出依据的，可以把下面的规定给它看。',
    worker: '没有法律法规依据、又核实不了的，可以不出具，并请对方写明依据。',
    official: '没有法律法规依据的，请不要要求群众到社区开证明。',
  },
  task: {
    resident: '可以先向社区反映，由社区转给负责的部门。',
    worker: '可以先不接，请下派单位按准入程序报批，并写明依据、经费和要求。',
    official: '清单外的事项要先申请准入，经同意后才能下派，并落实经费和条件。',
  },
} as const;

/** The matter is on no list in force: 清单未列, with the default rule of the nearest region. */
export function unlistedAnswer(situation: Situation, certificate: boolean, hit: Hit | undefined): Draft {
  const { kb, catalogue, inForce, role, frame } = situation;
  const rules = rulesFor(catalogue, certificate ? 'unlisted-certificate' : 'unlisted-task', frame.clause);
  const rule = rules[0];
  const further = rules.find((other) => other.depth !== rule?.depth);
  const name = hit?.matter.subject ?? frame.object;
  const lines = [
    `清单未列。${named(name)}不在${catalogue.region.name}现有清单里，不能当作${COMMITTEE}${certificate ? '应当出具的证明' : '应当承担的事'}。`,
  ];
  if (rule) lines.push(`按规定：${rule.provision.summary}`);
  lines.push(`怎么办：${NEXT[certificate ? 'certificate' : 'task'][role]}`);
  const elsewhere =
    hit &&
    elsewhereLine(
      hit.matter.rows.filter((row) => row.type === 'item'),
      catalogue,
    );
  if (elsewhere) lines.push(elsewhere);
  const near = situation.hits.filter((other) => other !== hit).slice(0, 3);
  if (!hit && near.length > 0) {
    const words = near.map((other) => `「${candidateOf(other, inForce).name}」${differing(other)}`);
    lines.push(`最接近的是：${words.join('、')}。`);
  }
  for (const gap of gapsOf(kb, catalogue.levels, certificate ? CERTIFICATES : TASKS))
    lines.push(gapLine(gap));
  return {
    verdict: 'not-listed',
    band: hit ? 'answer' : 'abstain',
    lead: hit,
    lines,
    rows: [rule, further].filter((row) => row !== undefined),
    level: rule?.region.name,
  };
}

const named = (name: string) => (name === '' ? '这件事' : `「${name}」`);

function differing(hit: Hit): string {
  if (hit.veto !== null) return `（${hit.veto}）`;
  return hit.coverage.differed.length > 0 ? `（差在「${hit.coverage.differed.join('、')}」）` : '';
}
