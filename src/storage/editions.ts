import type { KnowledgeBase } from '#catalogue/knowledge-base.js';
import { createKnowledge } from '#catalogue/load.js';
import { ADDITIONS_PATH, additionsSchema, isEmpty, NO_ADDITIONS } from '#catalogue/matters/additions.js';
import { createRegions, type Region } from '#catalogue/regions.js';
import { QingdanError, shown } from '#errors.js';
import { canonicalJson, sha256 } from '#text/canonical.js';
import { readYaml } from '#text/yaml.js';
import type { Appender } from './audit-log.js';
import { keepContent, readContents } from './content.js';
import type { Access } from './group-commit.js';
import { toDocument } from './list-versions.js';
import type { Editions, RuleFile } from './ports.js';

export function createEditions(access: Access, append: Appender): Editions {
  return {
    keep: ({ kb, rules: shipped, program }, { at, actor }) =>
      access.write(async (trx) => {
        const version = kb.version;
        const rules = [...shipped, ...additionsFile(kb)];
        const rulesHash = sha256(canonicalJson(rules));
        const id = sha256(canonicalJson({ catalogue: version, rules: rulesHash, program })).slice(0, 16);
        const known = await trx.selectFrom('edition').select('id').where('id', '=', id).executeTakeFirst();
        if (known !== undefined) return id;
        const regions = await keepContent(trx, kb.regions.all);
        await keepContent(trx, rules);
        const row = { id, catalogue_version: version, program, regions, rules: rulesHash, first_at: at };
        // Two programs that start at once keep the same edition; the second finds all of it there.
        const added = await trx
          .insertInto('edition')
          .values(row)
          .onConflict((c) => c.column('id').doNothing())
          .returning('id')
          .executeTakeFirst();
        if (added === undefined) return id;
        for (const document of kb.documents) {
          await trx
            .insertInto('edition_document')
            .values({ edition: id, hash: await keepContent(trx, document) })
            .execute();
        }
        const detail = {
          catalogueVersion: version,
          program,
          documents: kb.documents.length,
          rules: rulesHash,
        };
        await append(trx, { at, actor, action: 'edition-kept', subject: id, detail });
        return id;
      }),
    rebuild: (id) =>
      access.read(async (db) => {
        const row = await db.selectFrom('edition').selectAll().where('id', '=', id).executeTakeFirst();
        if (row === undefined) throw new QingdanError('QD-ID', `没有存过编号为「${shown(id)}」的知识库`);
        const parts = await db
          .selectFrom('edition_document')
          .select('hash')
          .where('edition', '=', id)
          .execute();
        const documents = await readContents(
          db,
          parts.map(({ hash }) => hash),
        );
        const [regions, rules] = await readContents(db, [row.regions, row.rules]);
        const kb = knowledgeOf(documents, regions as Region[], rules as RuleFile[]);
        if (kb.version !== row.catalogue_version) {
          throw new QingdanError(
            'QD-AUDIT',
            `存下的知识库 ${row.catalogue_version} 重建后成了 ${kb.version}，请用 ${row.program} 版程序或换回备份`,
          );
        }
        return { ...summary(row), kb, rules: rules as RuleFile[] };
      }),
    list: async () => {
      const rows = await access.read((db) =>
        db.selectFrom('edition').selectAll().orderBy('first_at').execute(),
      );
      return rows.map(summary);
    },
  };
}

/** What an office has added, as a file of the folder that the edition is put together in. JSON is YAML. */
function additionsFile({ additions }: KnowledgeBase): RuleFile[] {
  return isEmpty(additions) ? [] : [{ path: ADDITIONS_PATH, text: JSON.stringify(additions, null, 1) }];
}

function knowledgeOf(
  documents: readonly unknown[],
  regions: readonly Region[],
  rules: readonly RuleFile[],
): KnowledgeBase {
  const file = rules.find(({ path }) => path === ADDITIONS_PATH);
  const additions = file === undefined ? NO_ADDITIONS : readYaml(file, additionsSchema);
  return createKnowledge(documents.map(toDocument), createRegions(regions), additions);
}

function summary(row: { id: string; catalogue_version: string; program: string; first_at: string }) {
  return { id: row.id, catalogueVersion: row.catalogue_version, program: row.program, firstAt: row.first_at };
}
