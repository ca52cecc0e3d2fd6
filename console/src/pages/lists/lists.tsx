import { Link } from 'react-router';
import { EVIDENCE_WORDS, KIND_WORDS, STATUS_WORDS } from '#catalogue/words.js';
import type { ListSeen } from '../../api/catalogue.js';
import { RecordList } from '../../parts/record-list.js';

const KINDS = Object.entries(KIND_WORDS).map(([value, label]) => ({ value, label }));

/** The lists, with how many rows each holds of how many it should have. */
export function Lists() {
  return (
    <RecordList<ListSeen>
      path="/api/v1/lists"
      filters={[
        { name: 'q', label: '清单或文件的名称', is: 'words' },
        { name: 'region', label: '地区', is: 'region' },
        { name: 'kind', label: '哪类', is: 'choice', choices: KINDS },
      ]}
      name="清单"
      rowKey="id"
      empty="没有这样的清单"
      columns={[
        {
          title: '清单',
          text: ({ name }) => name,
          show: ({ name, id }) => <Link to={`/lists?list=${encodeURIComponent(id)}`}>{name}</Link>,
        },
        { title: '哪类', width: 140, text: ({ kind }) => KIND_WORDS[kind] },
        { title: '地区', width: 130, text: ({ region }) => region },
        {
          title: '文件',
          text: ({ title }) => title,
          show: ({ title, documentId }) => (
            <Link to={`/documents/${encodeURIComponent(documentId)}`}>{title}</Link>
          ),
        },
        {
          title: '已载/应有',
          width: 100,
          text: ({ loaded, declared }) => `${loaded}/${declared ?? '未见'}`,
        },
        { title: '见到什么', width: 150, text: ({ evidence }) => EVIDENCE_WORDS[evidence] },
        { title: '效力', width: 100, text: ({ status }) => STATUS_WORDS[status] },
        { title: '从哪来', width: 100, text: ({ imported }) => (imported ? '本单位导入' : '随程序') },
        { title: '缺什么', text: ({ gap }) => gap ?? '', exported: true },
      ]}
    />
  );
}
