import { useSigned } from '../../api/session.js';
import { RecordTable } from '../../parts/record-table.js';
import { type Step, StepForm } from '../../parts/step-form.js';
import { type Question, SHEET_WORDS, type Sheet } from './inspection.js';

interface SheetsProps {
  sheets: readonly Sheet[];
  questions: readonly Question[];
  act(part: string, body: unknown): Promise<void>;
}

/** The self-check sheets that the user may see; each is answered where it is unfolded. */
export function Sheets({ sheets, questions, act }: SheetsProps) {
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
            <Answers sheet={sheet} questions={questions} />
            {may('change', 'inspection') && (
              <StepForm
                steps={stepsOf(sheet, questions, may('decide', 'inspection'))}
                onStep={({ type, ...rest }) =>
                  act(
                    `/sheets/${sheet.region}/events`,
                    type === 'answer' ? { type, said: rest } : { type, ...rest },
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

/** What a sheet says; a question that the program asks no more stays with its id. */
function Answers({ sheet: { answers }, questions }: { sheet: Sheet; questions: readonly Question[] }) {
  const asked = new Map(questions.map((question) => [question.id, question]));
  return (
    <dl className="asked">
      {Object.entries(answers).map(([id, { counted, said }]) => (
        <div key={id}>
          <dt>
            {asked.get(id)?.ask ?? id} <small className="soft">{asked.get(id)?.chapter}</small>
          </dt>
          <dd>
            {said || '没有写'}
            {counted !== null && said !== String(counted) && `（登记里 ${counted}）`}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function stepsOf({ state, answers }: Sheet, questions: readonly Question[], mayReturn: boolean): Step[] {
  if (state === 'submitted') {
    const returned: Step = {
      type: 'return',
      label: '退回重填',
      fields: [{ name: 'reason', label: '理由', is: 'text' }],
    };
    return mayReturn ? [returned] : [];
  }
  const fields = questions.flatMap(({ id, ask }) => {
    const answer = answers[id];
    if (answer === undefined) return [];
    const { counted, said } = answer;
    const extra = counted === null ? {} : { extra: `登记里 ${counted}` };
    return [{ name: id, label: ask, is: 'text' as const, optional: true, initial: said, ...extra }];
  });
  return [
    { type: 'answer', label: '填自查表', fields },
    { type: 'submit', label: '提交', fields: [] },
  ];
}
