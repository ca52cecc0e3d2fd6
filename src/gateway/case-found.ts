import { z } from 'zod';
import { actorOf } from '#server/api/callers.js';
import type { StoredCase } from '#storage/ports.js';
import type { CaseSeen } from './case-schema.js';
import { type RoomsDesk, regionCodeOf } from './desk.js';
import { regionField } from './fields.js';

/** A case as it is given. */
export const seen = ({ number, region, code, one, contact, history }: StoredCase): CaseSeen => ({
  number,
  region,
  code,
  case: one,
  contact,
  history,
});

/** How a route names a case. */
export const caseRefFields = {
  params: z.strictObject({ number: z.string().max(60).describe('件号，如 2026-12') }),
  querystring: z.strictObject({ region: regionField.optional().describe('几个社区有同样的件号时写哪一个') }),
};

type CaseRequest = Parameters<typeof actorOf>[0] & {
  params: { number: string };
  query: { region?: string | undefined };
};

/** The case that a request names. @throws QingdanError QD-ID, QD-REGION, QD-LOGIN */
export function foundCase(desk: RoomsDesk, request: CaseRequest): Promise<StoredCase> {
  const actor = actorOf(request);
  const { region } = request.query;
  const code = region === undefined ? undefined : regionCodeOf(desk, actor, region);
  return desk.storage.cases.find({ number: request.params.number, region: code }, actor);
}
