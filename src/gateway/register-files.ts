import { z } from 'zod';
import { READ_LIMITS } from '#documents/limits.js';
import { readFileContent } from '#documents/read.js';
import { REGISTERS } from '#registers/kinds/index.js';
import { readRegister, writeRegister, writeRegisterTemplate } from '#registers/sheet.js';
import { actorOf } from '#server/api/callers.js';
import { readBody as checked } from '#server/api/read-body.js';
import { type RoomsDesk, regionCodeOf, registerActOf } from './desk.js';
import { stretchFields } from './fields.js';
import { fileReply, formOf, MEDIA, sendFile } from './files.js';
import { kindParams } from './register-schema.js';
import { allEntries } from './register-sums.js';
import { type RoomApi, refusedWith } from './room.js';

const importFields = z.strictObject({
  region: stretchFields.region,
  dryRun: z.enum(['true', 'false']).default('false').describe('只检查，不导入'),
  skipBadRows: z.enum(['true', 'false']).default('false').describe('跳过有错误的行，导入其余的'),
});
const importedSchema = z
  .object({
    readable: z.number().describe('能导入几行'),
    faults: z.array(z.string()),
    added: z.array(z.string()).describe('已导入的登记的 id'),
  })
  .meta({ id: 'RegisterImport' });

/** Registers as .xlsx: blank, filled, and filled in. */
export function serveRegisterFiles(room: RoomApi, desk: RoomsDesk): void {
  serveSheets(room, desk);
  serveImport(room, desk);
}

function serveSheets({ app, config, is }: RoomApi, desk: RoomsDesk): void {
  app.get(
    '/api/v1/registers/:kind/template',
    {
      config,
      schema: {
        ...is('registerTemplate', '一份空白登记表（.xlsx）'),
        params: kindParams,
        response: { 200: fileReply(MEDIA.xlsx), ...refusedWith() },
      },
    },
    async (request, reply) => {
      actorOf(request);
      const kind = REGISTERS[request.params.kind];
      const bytes = await writeRegisterTemplate(kind);
      return sendFile(reply, { name: `空白${kind.name}.xlsx`, mediaType: MEDIA.xlsx, bytes });
    },
  );
  app.get(
    '/api/v1/registers/:kind/sheet',
    {
      config,
      schema: {
        ...is('registerSheet', '导出登记（.xlsx），可以再导入'),
        params: kindParams,
        querystring: z.strictObject(stretchFields),
        response: { 200: fileReply(MEDIA.xlsx), ...refusedWith() },
      },
    },
    async (request, reply) => {
      const actor = actorOf(request);
      const { region, ...stretch } = request.query;
      const kind = REGISTERS[request.params.kind];
      const page = { kind: kind.id, region: regionCodeOf(desk, actor, region), ...stretch };
      const entries = await allEntries(desk, actor, page);
      // Oldest first, as a ledger is kept.
      const bytes = await writeRegister(kind, entries.toReversed());
      return sendFile(reply, { name: `${kind.name}.xlsx`, mediaType: MEDIA.xlsx, bytes });
    },
  );
}

function serveImport({ app, config, is }: RoomApi, desk: RoomsDesk): void {
  app.post(
    '/api/v1/registers/:kind/import',
    {
      config: { ...config, files: true },
      schema: {
        ...is('importRegister', '导入填好的登记表（.xlsx、.csv）：multipart/form-data，文件放在 file 里'),
        consumes: ['multipart/form-data'],
        params: kindParams,
        response: { 200: importedSchema, ...refusedWith(413) },
      },
    },
    async (request, reply) => {
      const actor = actorOf(request);
      const { file, fields } = formOf(request);
      const { region, dryRun, skipBadRows } = checked(importFields, fields);
      const content = await readFileContent(file.bytes, file.name, { limits: READ_LIMITS });
      const kind = REGISTERS[request.params.kind];
      const { drafts, faults } = readRegister(kind, content, regionCodeOf(desk, actor, region));
      const mayLoad = dryRun === 'false' && (faults.length === 0 || skipBadRows === 'true');
      const added =
        mayLoad && drafts.length > 0
          ? await desk.storage.registers.add(actor, drafts, registerActOf(desk, file.name))
          : [];
      return reply.send({
        readable: drafts.length,
        faults: [...faults],
        added: added.map(({ id }) => id),
      });
    },
  );
}
