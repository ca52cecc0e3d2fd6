import { Descriptions, Flex } from 'antd';
import { VOICES } from '#answer/verdicts.js';
import type { Verdict } from '#ruling/index.js';
import { VerdictTag } from '../../parts/verdict-tag.js';
import type { Screened } from './screening.js';

/** What the notice is, and how many of its tasks came to what. */
export function Findings({
  screened: { title, number, issuer, region, date, tasks, source },
}: {
  screened: Screened;
}) {
  const counts = (Object.keys(VOICES) as Verdict[])
    .map((verdict) => ({ verdict, times: tasks.filter((task) => task.verdict === verdict).length }))
    .filter(({ times }) => times > 0);
  return (
    <Flex vertical gap={12}>
      <Descriptions
        size="small"
        bordered
        column={{ xs: 1, md: 2, xl: 3 }}
        items={[
          { key: 'title', label: '标题', children: title ?? source },
          { key: 'number', label: '文号', children: number ?? '未见' },
          { key: 'issuer', label: '发文单位', children: issuer ?? '未见' },
          { key: 'region', label: '地区', children: region },
          { key: 'date', label: '按哪一天的规定', children: date },
          { key: 'tasks', label: '交给社区的任务', children: `${tasks.length} 项` },
        ]}
      />
      <Flex gap={12} wrap role="status">
        {counts.map(({ verdict, times }) => (
          <span key={verdict}>
            <VerdictTag verdict={verdict} /> {times} 项
          </span>
        ))}
      </Flex>
    </Flex>
  );
}
