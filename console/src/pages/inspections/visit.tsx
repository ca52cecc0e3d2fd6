import { Part } from '../../parts/record.js';
import { StepForm } from '../../parts/step-form.js';

/** 明察暗访: what somebody found in a community on a day. */
export function Visit({ act }: { act(part: string, body: unknown): Promise<void> }) {
  return (
    <Part title="记一次明察暗访">
      <StepForm
        onStep={({ region, announced, text, due }) =>
          act('/visits', { region, announced, findings: [{ text, due }] })
        }
        steps={[
          {
            type: 'visit',
            label: '记下问题',
            fields: [
              { name: 'region', label: '哪个社区', is: 'line', extra: '全称或十二位代码' },
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
