import { Link } from 'react-router';
import { documentTitle } from '#catalogue/citation.js';
import { EVIDENCE_WORDS, STATUS_WORDS } from '#catalogue/words.js';
import type { DocumentSeen } from '../../api/catalogue.js';
import { Page } from '../../parts/page.js';
import { RecordList } from '../../parts/record-list.js';

export const titleOf = ({ title, borne }: Pick<DocumentSeen, 'title' | 'borne'>): string =>
  documentTitle({ title, titleIs: borne ? 'borne' : 'ours' });
const STATUSES = Object.entries(STATUS_WORDS).map(([value, label]) => ({ value, label }));

export function DocumentList() {
  return (
    <Page
      title="文件"
      help="回答所依据的法律、文件和报道，各条各项都在里面；见到的是全文还是转述，写得明白。"
    >
      <RecordList<DocumentSeen>
        path="/api/v1/documents"
        filters={[
          { name: 'q', label: '名称、文号、机关', is: 'words' },
          { name: 'region', label: '地区', is: 'region' },
          { name: 'status', label: '效力', is: 'choice', choices: STATUSES },
          { name: 'imported', label: '只看本单位导入的', is: 'yes', initial: false },
        ]}
        name="文件"
        rowKey="id"
        empty="没有这样的文件"
        columns={[
          {
            title: '文件',
            text: titleOf,
            show: (one) => <Link to={`/documents/${encodeURIComponent(one.id)}`}>{titleOf(one)}</Link>,
          },
          { title: '文号', width: 180, text: ({ number }) => number ?? '未见' },
          { title: '机关', width: 180, text: ({ issuer }) => issuer ?? '未见' },
          { title: '地区', width: 120, text: ({ region }) => region },
          { title: '效力', width: 100, text: ({ status }) => STATUS_WORDS[status] },
          { title: '见到什么', width: 150, text: ({ evidence }) => EVIDENCE_WORDS[evidence] },
          { title: '条目', width: 90, text: ({ items, provisions }) => String(items + provisions) },
          { title: '起效', width: 110, text: ({ effectiveFrom }) => effectiveFrom ?? '未见', exported: true },
        ]}
      />
    </Page>
  );
}
