import { VOICES } from '#answer/verdicts.js';
import type { Verdict } from '#ruling/verdict.js';
import { shortTime } from '../../parts/record.js';
import { RecordList } from '../../parts/record-list.js';
import { VerdictTag } from '../../parts/verdict-tag.js';
import { Replay } from './replay.js';

interface LoggedAnswer {
  id: string;
  at: string;
  channel: string;
  text: string;
  role: string | null;
  region: string | null;
  verdict: Verdict;
  band: string;
  probability: number;
  catalogueVersion: string;
  replayable: boolean;
}

const ROLE_WORDS: Readonly<Record<string, string>> = {
  resident: '居民',
  worker: '社区工作者',
  official: '机关干部',
};
/** Channels as the office knows them. */
const CHANNEL_WORDS: Readonly<Record<string, string>> = {
  web: '网页',
  api: '接口',
  terminal: '命令行',
  'official-account': '公众号',
  wechat: '微信',
  wecom: '企业微信',
  slack: 'Slack',
};
const VERDICTS = (Object.keys(VOICES) as Verdict[]).map((value) => ({ value, label: VOICES[value].label }));

/** What was asked and answered; personal data is masked before it is kept. */
export function Answers() {
  return (
    <RecordList<LoggedAnswer>
      path="/api/v1/audit/answers"
      filters={[
        { name: 'find', label: '问题里有', is: 'words' },
        { name: 'verdict', label: '判定', is: 'choice', choices: VERDICTS },
      ]}
      name="答过的问题"
      rowKey="id"
      empty="没有这样的问题"
      expandable={{ expandedRowRender: ({ id, replayable }) => <Replay id={id} replayable={replayable} /> }}
      columns={[
        { title: '时间', width: 170, text: ({ at }) => shortTime(at) },
        { title: '问题', text: ({ text }) => text },
        {
          title: '判定',
          width: 130,
          text: ({ verdict: of }) => VOICES[of].label,
          show: ({ verdict: of }) => <VerdictTag verdict={of} />,
        },
        { title: '概率', width: 70, text: ({ probability }) => `${Math.round(probability * 100)}%` },
        {
          title: '谁在问',
          width: 110,
          text: ({ role }) => (role === null ? '没有说' : (ROLE_WORDS[role] ?? role)),
        },
        { title: '地区', width: 150, text: ({ region }) => region ?? '没有说' },
        { title: '渠道', width: 100, text: ({ channel }) => CHANNEL_WORDS[channel] ?? channel },
        { title: '答复编号', width: 120, text: ({ id }) => id, exported: true },
        { title: '清单版本', width: 120, text: ({ catalogueVersion }) => catalogueVersion, exported: true },
      ]}
    />
  );
}
