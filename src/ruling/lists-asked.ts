import type { ListKind } from '#catalogue/schema.js';
import type { Frame } from '#language/index.js';

const CERTIFICATE = /证明|盖章|公章|[能给]开(?![展会])/u;
const BARRED = /不能|不得|不应|不可以|不准|不许|不该|禁止|严禁|取消|拒绝|不予|不给|不开/u;
const NEGATIVE = /负面|严禁|不得|禁止|不应|不该|不能|不承担|不可以|减负|拒绝/u;
const ASSIST = /协助|配合/u;
const AUTONOMY = /自治|自己|本职|职责|分内|份内|任务/u;
/** Words of a browsing clause that name lists; what is left over names something else (哪些材料, 哪些情形). */
const LIST_WORDS =
  /清单|目录|事项|事务|事情|职责|负面|自治|协助|配合|依法|政府|严禁|内容|主要|项|事|第一批/gu;
/** Characters that may be left over. */
const REST = 2;

/** The kinds of list a browsing clause asks for; empty when it asks for none, or for somebody else's. */
export function kindsAsked(frame: Frame): ListKind[] {
  const { clause, cues } = frame;
  if (!cues.has('browsing') || cues.has('asking') || cues.has('requester')) return [];
  if ([...frame.object.replace(LIST_WORDS, '')].length > REST) return [];
  if (CERTIFICATE.test(clause)) return BARRED.test(clause) ? ['must-not-certify'] : ['may-certify'];
  if (NEGATIVE.test(clause)) return ['negative'];
  if (ASSIST.test(clause)) return ['assist'];
  if (AUTONOMY.test(clause)) return ['autonomy'];
  return [];
}
