import { Flex, Typography } from 'antd';
import { VOICES } from '#answer/verdicts.js';
import type { Change, Said, TriedSet } from '#review/trial.js';
import { RecordTable } from '../../parts/record-table.js';
import { VerdictTag } from '../../parts/verdict-tag.js';
import type { Proposal } from './review.js';

/** What trying a proposal came to: its own wordings, the office's questions, those that ship. */
export function TrialResult({ trial: { own, office, shipped } }: { trial: NonNullable<Proposal['trial']> }) {
  return (
    <Flex vertical gap={20}>
      <Changes name="提案里的问法" changes={own} said={`${own.length} 句`} />
      <Changes name="本单位留存的问题" changes={office.changes} said={saidOf(office)} />
      <Changes name="随程序的问题" changes={shipped.changes} said={saidOf(shipped)} />
    </Flex>
  );
}

const saidOf = ({ asked, changed, worse, better }: TriedSet): string =>
  `问了 ${asked} 个，${changed} 个会变：变对 ${better} 个，变错 ${worse} 个`;

interface ChangesProps {
  name: string;
  changes: readonly Change[];
  said: string;
}

function Changes({ name, changes, said }: ChangesProps) {
  return (
    <div>
      <Typography.Title level={3} style={{ fontSize: 16 }}>
        {name}
      </Typography.Title>
      <p style={{ marginBottom: 8 }}>{said}</p>
      {changes.length > 0 && (
        <RecordTable<Change>
          name={name}
          rowKey={({ text, region }) => `${region} ${text}`}
          rows={changes}
          empty="没有会变的"
          columns={[
            { title: '问题', text: ({ text }) => text },
            {
              title: '原来',
              text: ({ before }) => lineOf(before),
              show: ({ before }) => <SaidCell said={before} />,
            },
            {
              title: '以后',
              text: ({ after }) => lineOf(after),
              show: ({ after }) => <SaidCell said={after} />,
            },
            { title: '对不对', width: 120, text: ({ right }) => rightOf(right) },
          ]}
        />
      )}
    </div>
  );
}

const lineOf = ({ verdict, name }: Said): string => `${VOICES[verdict].label} ${name ?? ''}`;
const rightOf = (right: Change['right']): string =>
  right === null ? '没有定过' : `${right.before ? '对' : '错'} → ${right.after ? '对' : '错'}`;

function SaidCell({ said: { verdict, name } }: { said: Said }) {
  return (
    <>
      <VerdictTag verdict={verdict} /> {name ?? ''}
    </>
  );
}
