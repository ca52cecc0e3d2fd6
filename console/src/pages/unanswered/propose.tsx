import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import type { MatterSort } from '#catalogue/matters/schema.js';
import { SORT_WORDS } from '#catalogue/words.js';
import { NOBODY_NAMES } from '#review/said.js';
import { call } from '../../api/call.js';
import { Part } from '../../parts/record.js';
import { type Step, type StepField, StepForm } from '../../parts/step-form.js';
import { type Group, PATH, type Proposal, type Suggestion } from './review.js';

/** Sorts of a matter that an office may add here: a demand needs its 三事分流 and basis, and comes by a list. */
const SORTS: readonly MatterSort[] = ['paper', 'duty', 'rule'];

interface ProposeProps {
  group: Group;
  suggestions: readonly Suggestion[];
}

/** What the questions are: wordings of a matter, of nobody's, or of a new matter. A second person decides. */
export function Propose({ group, suggestions }: ProposeProps) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const propose = async (event: Readonly<Record<string, unknown>>) => {
    const { type, wordings, note, matter, ...fields } = event;
    const aim = type === 'wordings' ? { type, matter } : { type, matter: fields };
    const body = { aim, group: group.id, wordings: linesOf(wordings), note: note ?? null };
    const { id } = await call<Proposal>(`${PATH}/proposals`, { method: 'POST', body });
    await client.invalidateQueries({ queryKey: [`${PATH}/groups`] });
    await client.invalidateQueries({ queryKey: [`${PATH}/proposals`] });
    navigate(`/review/proposals/${encodeURIComponent(id)}`);
  };
  return (
    <Part title="提案">
      <StepForm steps={stepsOf(group, suggestions)} onStep={propose} button="提案" />
    </Part>
  );
}

const linesOf = (text: unknown): string[] =>
  String(text ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

function stepsOf({ questions }: Group, suggestions: readonly Suggestion[]): Step[] {
  const own = [...new Set(questions.map(({ text }) => text))].join('\n');
  const shared: StepField[] = [
    { name: 'wordings', label: '问法', is: 'text', initial: own, extra: '一行一句；删掉不像的，改掉说漏的' },
    { name: 'note', label: '给接受的人说一句', is: 'line', optional: true },
  ];
  const matters = [
    ...suggestions.map(({ id, name, share }) => ({
      value: id,
      label: `${name}（像 ${Math.round(share * 100)}%）`,
    })),
    ...Object.entries(NOBODY_NAMES).map(([value, label]) => ({ value, label })),
  ];
  return [
    {
      type: 'wordings',
      label: '当作已有事项的问法',
      fields: [
        {
          name: 'matter',
          label: '哪个事项',
          is: 'choice',
          choices: matters.filter(({ value }, i) => matters.findIndex((one) => one.value === value) === i),
        },
        ...shared,
      ],
    },
    {
      type: 'matter',
      label: '添一个新事项',
      fields: [
        {
          name: 'id',
          label: '编号',
          is: 'line',
          initial: 'office-',
          extra: '以 office- 开头，后面是小写字母、数字和连字符',
        },
        { name: 'name', label: '名称', is: 'line' },
        {
          name: 'sort',
          label: '是什么',
          is: 'choice',
          choices: SORTS.map((value) => ({ value, label: SORT_WORDS[value] })),
        },
        { name: 'is', label: '一句话说明', is: 'text' },
        ...shared,
      ],
    },
  ];
}
