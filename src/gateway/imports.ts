import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { mayAnywhere } from '#access/actor.js';
import type { Actor } from '#access/roles.js';
import { ROLE_NAMES } from '#access/words.js';
import { createFairQueue } from '#app/fair-queue.js';
import { rememberColumns } from '#app/list-import.js';
import type { ListImport } from '#app/list-import-work.js';
import { READ_LIMITS } from '#documents/limits.js';
import { readFileContent } from '#documents/read.js';
import { QingdanError } from '#errors.js';
import { createHeaderMemory } from '#importing/header-memory.js';
import { writeTemplate } from '#importing/template.js';
import { actorOf } from '#server/api/callers.js';
import { readBody as checked } from '#server/api/read-body.js';
import { actOf, kbOf, type RoomsDesk } from './desk.js';
import { fileReply, formOf, MEDIA, sendFile } from './files.js';
import { type ImportAsked, importAskedSchema, importSeenSchema } from './import-schema.js';
import { type RoomApi, refusedWith } from './room.js';

const publishFields = z.strictObject({
  seen: z
    .string({ error: '请先试导入，再带上结果里的 seen' })
    .min(1)
    .max(64)
    .describe('试导入的结果里的 seen'),
});
const FORM = 'multipart/form-data，文件放在 file 里，说明放在 asked 里（ImportAsked 的 JSON，可以不写）';

/** `…/imports`: an office's file becomes lists, looked at first, then published. What commands do, by the same code. */
export function serveImports(room: RoomApi, desk: RoomsDesk): void {
  // A file is held whole while it is read: two at a time, by turns of their users.
  const reading = createFairQueue({ atOnce: 2, mostOfOne: 3, most: 30 });
  const planned = async (request: FastifyRequest, actor: Actor) => {
    const { file, fields } = formOf(request);
    const { asked: said = '{}', ...others } = fields;
    const asked = checked(importAskedSchema, jsonOf(said));
    const content = await reading.run(actor.id, () =>
      readFileContent(file.bytes, file.name, { limits: READ_LIMITS }),
    );
    const task = taskOf(asked, { name: file.name, content, actor, memoryFolder: desk.importFolder });
    return { file, others, task, plan: await desk.work.planImport(actor.id, task) };
  };
  serveTrying(room, planned);
  servePublishing(room, desk, planned);
}

type Planned = (
  request: FastifyRequest,
  actor: Actor,
) => Promise<{
  file: { name: string };
  others: Record<string, string>;
  task: ListImport;
  plan: Awaited<ReturnType<RoomsDesk['work']['planImport']>>;
}>;

function serveTrying({ app, config, is }: RoomApi, planned: Planned): void {
  app.get(
    '/api/v1/imports/template',
    {
      config,
      schema: {
        ...is('importTemplate', '一份空白的清单表（.xlsx），填好再导入'),
        response: { 200: fileReply(MEDIA.xlsx), ...refusedWith() },
      },
    },
    async (request, reply) => {
      actorOf(request);
      return sendFile(reply, {
        name: '空白清单表.xlsx',
        mediaType: MEDIA.xlsx,
        bytes: await writeTemplate(),
      });
    },
  );
  app.post(
    '/api/v1/imports/trial',
    {
      config: { ...config, files: true },
      schema: {
        ...is(
          'tryImport',
          `试导入一份清单：认成什么、逐行归入哪个事项、与现行的有什么不同，什么都不改动：${FORM}`,
        ),
        consumes: ['multipart/form-data'],
        response: { 200: importSeenSchema, ...refusedWith(413) },
      },
    },
    async (request, reply) => {
      const { plan } = await planned(request, editorOf(request));
      return reply.type('application/json; charset=utf-8').send(Buffer.from(plan.json) as never);
    },
  );
}

function servePublishing({ app, config, is }: RoomApi, desk: RoomsDesk, planned: Planned): void {
  app.post(
    '/api/v1/imports',
    {
      config: { ...config, files: true },
      schema: {
        ...is('publishImport', `发布试导入看过的清单，马上生效：${FORM}，再加 seen`),
        consumes: ['multipart/form-data'],
        response: {
          201: z.object({
            versions: z.array(
              z.object({
                documentId: z.string(),
                number: z.number(),
                isNew: z.boolean().describe('为 false 时与现行的一版相同，没有改动'),
              }),
            ),
          }),
          ...refusedWith(409, 413),
        },
      },
    },
    async (request, reply) => {
      const actor = editorOf(request);
      const { file, others, task, plan } = await planned(request, actor);
      const { seen } = checked(publishFields, others);
      if (seen !== plan.seen) {
        throw new QingdanError(
          'QD-STATE',
          '看过以后，文件、设置或现行的清单有了变动，没有发布；请再看一遍再发布',
        );
      }
      if (!plan.canLoad) throw new QingdanError('QD-IMPORT', '还有错误没有解决，没有发布');
      const { regions, documentById } = kbOf(desk);
      const stored = new Map((await desk.storage.lists.current()).map((one) => [one.id, one]));
      const act = {
        ...actOf(desk, actor),
        source: file.name,
        editor: {
          actor,
          codeOf: (name: string) => regions.get(name)?.code,
          documentOf: (id: string) => stored.get(id) ?? documentById.get(id),
        },
      };
      const versions = await desk.storage.lists.publish(plan.documents, act, plan.newest);
      rememberColumns({ lists: plan.headers }, task.maps, createHeaderMemory(desk.importFolder));
      await desk.takeUp?.();
      return reply.code(201).send({
        versions: versions.map(({ documentId, number }) => ({
          documentId,
          number,
          isNew: plan.newest.get(documentId) !== number,
        })),
      });
    },
  );
}

/** Whoever may import somewhere; where exactly is asked again for each document. @throws QingdanError QD-LOGIN, QD-FORBIDDEN */
function editorOf(request: FastifyRequest): Actor {
  const actor = actorOf(request);
  if (mayAnywhere(actor, 'create', 'list')) return actor;
  throw new QingdanError(
    'QD-FORBIDDEN',
    `「${actor.name}」（${ROLE_NAMES[actor.role]}）不能导入清单，请找区县主管、市级或管理员`,
  );
}

/** @throws QingdanError QD-INPUT */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new QingdanError('QD-INPUT', '字段「asked」应是 JSON', { cause });
  }
}

function taskOf(
  { kinds, columns, choices, skipBadRows, ...said }: ImportAsked,
  file: Pick<ListImport, 'name' | 'content' | 'actor' | 'memoryFolder'>,
): ListImport {
  return {
    ...file,
    flags: {
      ...said,
      kind: kinds.map(({ part = '', kind }) => (part === '' ? kind : `${part}=${kind}`)),
      skipBadRows: skipBadRows || undefined,
    },
    maps: columns,
    choices: Object.entries(choices).map(([id, written]) => ({ id, written })),
  };
}
