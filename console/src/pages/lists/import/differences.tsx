import type { DocumentPlanned } from '#importing/seen.js';
import { ChangeTable } from '../../../parts/change-table.js';
import { Part } from '../../../parts/record.js';

/** What publishing would change of the documents in force. */
export function Against({ documents }: { documents: readonly DocumentPlanned[] }) {
  return documents
    .filter(({ isNew }) => !isNew)
    .map(({ id, title, changes }) => (
      <Part key={id} title={`与现行的《${title}》有什么不同`}>
        <ChangeTable changes={changes} empty="没有不同，不用发布" />
      </Part>
    ));
}
