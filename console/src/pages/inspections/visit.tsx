import { Part } from '../../parts/record.js';
import { StepForm } from '../../parts/step-form.js';
import type { OverviewLine } from './inspection.js';

interface VisitProps {
  communities: readonly Pick<OverviewLine, 'region' | 'place'>[];
  act(part: string, body: unknown): Promise<void>;
}

/** 明察暗访: what somebody found in a community on a day. */
export function Visit({ communities, act }: VisitProps) {
  const names = new Map(communities.map(({ region, place }) => [region, place || region]));
  return (
    <Part title="记一次明察暗访">
      <StepForm
        onStep={({ region, announced, text, due }) =>
          act('/visits', {
            region,
            place: names.get(String(region)) ?? '',
            announced,
            findings: [{ text, due }],
          })
        }
        steps={[
          {
            type: 'visit',
            label: '记下问题',
            fields: [
              {
                name: 'region',
                label: '哪个社区',
                is: 'choice',
                choices: [...names].map(([value, label]) => ({ value, label })),
              },
              { name: 'announced', label: '事先打了招呼（明察）', is: 'yes' },
              { name: 'text', label: '查出什么问题', is: 'text' },
              { name: 'due', label: '哪天以前改好', is: 'day' },
            ],
          },
        ]}
      />
    </Part>
  );
}
