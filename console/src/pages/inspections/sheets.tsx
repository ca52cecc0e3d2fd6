import { useSigned } from '../../api/session.js';
import { RecordTable } from '../../parts/record-table.js';
import { type Step, StepForm } from '../../parts/step-form.js';
import { SHEET_WORDS, type Sheet } from './inspection.js';

interface SheetsProps {
  sheets: readonly Sheet[];
  act(part: string, body: unknown): Promise<void>;
}

/** The self-check sheets that the user may see; each is answered where it is unfolded. */
export function Sheets({ sheets, act }: SheetsProps) {
  const { may } = useSigned();
  return (
    <RecordTable<Sheet>
      name="自查表"
      rowKey="region"
      rows={sheets}
      empty="没有能看的自查表"
      expandable={{
        expandedRowRender: (sheet) => (
          <>
            <dl className="cells">
              {Object.entries(sheet.answers).map(([question, { counted, said }]) => (
                <div key={question}>
                  <dt>{question}</dt>
                  <dd>
                    {counted !== null && `登记里 ${counted}；`}
                    {said || '没有写'}
                  </dd>
                </div>
              ))}
            </dl>
            {may('change', 'inspection') && (
              <StepForm
                steps={stepsOf(sheet, may('decide', 'inspection'))}
                onStep={({ type, question, said, ...rest }) =>
                  act(
                    `/sheets/${sheet.region}/events`,
                    type === 'answer' ? { type, said: { [String(question)]: said } } : { type, ...rest },
                  )
                }
              />
            )}
          </>
        ),
      }}
      columns={[
        { title: '社区', text: ({ place, region }) => place || region },
        { title: '状态', width: 100, text: ({ state }) => SHEET_WORDS[state] },
        {
          title: '谁交的',
          width: 200,
          text: ({ submitted }) => (submitted === null ? '—' : `${submitted.day} ${submitted.by}`),
        },
        { title: '退回的理由', text: ({ returned }) => returned ?? '—' },
      ]}
    />
  );
}

function stepsOf({ state, answers }: Sheet, mayReturn: boolean): Step[] {
  if (state === 'submitted') {
    const returned: Step = {
      type: 'return',
      label: '退回重填',
      fields: [{ name: 'reason', label: '理由', is: 'text' }],
    };
    return mayReturn ? [returned] : [];
  }
  return [
    {
      type: 'answer',
      label: '填一题',
      fields: [
        {
          name: 'question',
          label: '哪一题',
          is: 'choice',
          choices: Object.keys(answers).map((question) => ({ value: question, label: question })),
        },
        { name: 'said', label: '怎么答', is: 'text' },
      ],
    },
    { type: 'submit', label: '提交', fields: [] },
  ];
}
