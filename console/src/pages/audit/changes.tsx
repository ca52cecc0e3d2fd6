import { ACTION_WORDS, actionWords } from '#storage/audit-words.js';
import { shortTime } from '../../parts/record.js';
import { RecordList } from '../../parts/record-list.js';
import { ChangeDetail } from './detail.js';
import { subjectWords } from './subjects.js';

const ACTIONS = Object.entries(ACTION_WORDS).map(([value, label]) => ({ value, label }));

interface Change {
  seq: number;
  at: string;
  actor: string;
  action: string;
  subject: string;
  detail: Readonly<Record<string, unknown>>;
  hash: string;
}

/** The log of changes, the newest first. */
export function Changes() {
  return (
    <RecordList<Change>
      path="/api/v1/audit/entries"
      filters={[
        { name: 'action', label: '做了什么', is: 'choice', choices: ACTIONS },
        { name: 'subject', label: '只看一个对象的', is: 'words', placeholder: '文件、用户等的编号，回车' },
      ]}
      name="变更记录"
      rowKey="seq"
      empty="没有这样的记录"
      expandable={{
        expandedRowRender: ({ subject: of, detail, hash }) => (
          <ChangeDetail subject={of} detail={detail} hash={hash} />
        ),
      }}
      columns={[
        { title: '序号', width: 80, text: ({ seq }) => String(seq) },
        { title: '时间', width: 165, text: ({ at }) => shortTime(at) },
        { title: '谁', width: 160, text: ({ actor }) => actor },
        { title: '做了什么', width: 200, text: ({ action }) => actionWords(action) },
        { title: '对象', text: ({ subject: of }) => of, show: ({ subject: of }) => subjectWords(of) },
      ]}
    />
  );
}
