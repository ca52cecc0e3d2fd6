import { z } from 'zod';
import { applicationForm, decisionForm, FORM_KINDS, opinionForm } from '#admission/forms.js';
import { registerSheet, yearSheet } from '#admission/tables.js';
import type { Processes } from '#app/processes.js';
import { withFixedDates } from '#documents/repack.js';
import { writeWorkbook } from '#documents/write.js';
import { writeDocx } from '#documents/write-docx.js';
import { actorOf } from '#server/api/callers.js';
import type { StoredAdmission } from '#storage/ports.js';
import { admissionParams } from './admission-schema.js';
import { kbOf, type RoomsDesk, regionCodeOf } from './desk.js';
import { regionField } from './fields.js';
import { fileReply, MEDIA, sendFile } from './files.js';
import { type RoomApi, refusedWith } from './room.js';

const FORMS = { 申请表: applicationForm, 审核意见: opinionForm, 决定书: decisionForm } as const;
const TABLES = ['登记簿', '年度目录'] as const;
const PAGE = 500;

/** The papers of the procedure as .docx and .xlsx. */
export function serveAdmissionPapers(
  { app, config, is }: RoomApi,
  desk: RoomsDesk,
  processes: Processes,
): void {
  const { admissions } = desk.storage;
  app.get(
    '/api/v1/admissions/:id/forms/:form',
    {
      config,
      schema: {
        ...is('admissionForm', `${FORM_KINDS.join('、')}（.docx）`),
        params: admissionParams.extend({ form: z.enum(FORM_KINDS) }),
        response: { 200: fileReply(MEDIA.docx), ...refusedWith(404, 409) },
      },
    },
    async (request, reply) => {
      const found = await admissions.find(actorOf(request), request.params.id);
      const process = processes.of(kbOf(desk).regions.get(found.regionName));
      const { title, blocks } = FORMS[request.params.form](process, found);
      const bytes = await writeDocx(title, blocks, desk.today());
      return sendFile(reply, { name: `${title}.docx`, mediaType: MEDIA.docx, bytes });
    },
  );
  app.get(
    '/api/v1/admissions/tables/:table',
    {
      config,
      schema: {
        ...is('admissionTable', '登记簿（所有申请）或年度目录（一年里实施过的事项），.xlsx'),
        params: z.strictObject({ table: z.enum(TABLES) }),
        querystring: z.strictObject({
          region: regionField.optional(),
          year: z.coerce.number().int().min(2000).max(2999).optional().describe('默认今年'),
        }),
        response: { 200: fileReply(MEDIA.xlsx), ...refusedWith() },
      },
    },
    async (request, reply) => {
      const actor = actorOf(request);
      const { region, year = Number(desk.today().slice(0, 4)) } = request.query;
      const code = region === undefined ? undefined : regionCodeOf(desk, actor, region);
      const found: StoredAdmission[] = [];
      for (let after: string | undefined; ; ) {
        const rows = await admissions.list(actor, { region: code, after, limit: PAGE });
        found.unshift(...rows.toReversed());
        after = rows.at(-1)?.id;
        if (rows.length < PAGE) break;
      }
      const { table } = request.params;
      const ofYear = found.filter(({ id }) => id.split('-')[1] === String(year));
      const sheet =
        table === '登记簿' ? registerSheet(ofYear, desk.today()) : yearSheet(found, year, desk.today());
      const bytes = withFixedDates(await writeWorkbook([sheet]), desk.today());
      return sendFile(reply, { name: `${year}年准入${table}.xlsx`, mediaType: MEDIA.xlsx, bytes });
    },
  );
}
