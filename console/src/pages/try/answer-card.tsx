import { Card, Divider, Flex, Typography } from 'antd';
import type { Answer } from '#answer/index.js';
import type { Section } from '#answer/section.js';
import { Citations } from '../../parts/citations.js';
import { VerdictTag } from '../../parts/verdict-tag.js';

/** How sure the answer is, in words. */
const BANDS = {
  answer: '有把握',
  confirm: '不够有把握，先问一句',
  abstain: '没有把握',
} as const satisfies Record<Answer['band'], string>;

/** The answer as a resident reads it, its sources as links. */
export function AnswerCard({ answer }: { answer: Answer }) {
  const parts: readonly (Answer | Answer['further'][number])[] = [answer, ...answer.further];
  return (
    <Flex vertical gap={16}>
      {parts.map((part) => (
        <Card key={part.question + part.verdict}>
          <Flex align="center" gap={12} wrap style={{ marginBottom: 12 }}>
            <VerdictTag verdict={part.verdict} />
            <span className="soft">
              {BANDS[part.band]} · 概率 {Math.round(part.probability * 100)}%
            </span>
          </Flex>
          <Sections sections={part.sections} />
          <Divider />
          <Typography.Title level={2} style={{ fontSize: 16 }}>
            依据
          </Typography.Title>
          <Citations citations={part.citations} />
        </Card>
      ))}
    </Flex>
  );
}

function Sections({ sections }: { sections: readonly Section[] }) {
  const said = sections.filter(({ is }) => is !== 'sources' && is !== 'closing');
  return (
    <Flex vertical gap={8}>
      {said.map(({ is, text }, i) => (
        <Typography.Paragraph
          // biome-ignore lint/suspicious/noArrayIndexKey: sections of one answer have no other name, and never move
          key={i}
          className="told"
          strong={is === 'headline'}
          style={{ margin: 0, fontSize: is === 'headline' ? 17 : undefined }}
        >
          {text}
        </Typography.Paragraph>
      ))}
    </Flex>
  );
}
