import { beforeAll, describe, expect, it } from 'vitest';
import { type Assistant, openAssistant } from '#app/assistant.js';
import { openJoiner } from '#app/joiner.js';
import { readKnowledge } from '#app/open.js';
import { extractLists } from '#importing/extract.js';
import { joinPlan } from '#importing/joining/join-plan.js';
import { NO_CHOICES } from '#importing/joining/joined-row.js';
import { planImport } from '#importing/plan.js';
import { tableOf } from './support.js';

/** A district's four lists, as short as they come: names, and no word of how people ask. */
const SHEETS: Readonly<Record<string, readonly string[]>> = {
  自治事项清单: [
    '调解邻里和家庭之间的纠纷',
    '组织居民开展文体娱乐活动',
    '倡导移风易俗、婚丧简办',
    '向政府反映居民的意见诉求',
  ],
  协助政府工作事项清单: [
    '协助做好低保家庭入户调查',
    '协助做好征兵宣传和兵役登记',
    '协助开展社区矫正对象帮教',
    '协助做好森林防火巡查',
    '协助做好就业失业登记和就业援助',
    '协助开展动物防疫工作',
  ],
  负面事项清单: ['向社区下达招商引资任务', '将社区作为拆迁拆违的责任主体'],
  可出具证明事项清单: ['社区戒毒康复人员现实表现证明', '应征青年政治考核走访意见'],
};

const QUESTIONS: readonly (readonly [question: string, verdict: string, row: string])[] = [
  ['隔壁两家为晾衣服天天吵，社区来不来劝', 'autonomy', '调解'],
  ['坝坝舞比赛是社区自己组织的吗', 'autonomy', '文体'],
  ['白事办得太铺张，社区该不该管', 'autonomy', '移风易俗'],
  ['吃低保的要上门看家底，社区去不去', 'assist', '低保'],
  ['征兵宣传社区要不要搞', 'assist', '征兵'],
  ['判缓刑在社区服刑的人，社区要帮着教育吗', 'assist', '社区矫正'],
  ['山上防火要不要社区的人去巡', 'assist', '森林防火'],
  ['给鸡鸭打防疫针，社区配不配合', 'assist', '动物防疫'],
  ['街道要我们社区今年引进三个企业', 'negative', '招商引资'],
  ['让社区负责把违章房子拆了，该我们吗', 'negative', '拆违'],
  ['戒过毒的人要份平时表现的证明，社区能写吗', 'may-certify', '戒毒'],
  ['娃要去当兵，政审意见社区给写吗', 'may-certify', '政治考核'],
];

describe('an office’s own list', () => {
  let assistant: Assistant;
  beforeAll(() => {
    const blocks = Object.entries(SHEETS).map(([sheet, names]) =>
      tableOf([['序号', '事项名称'], ...names.map((name, i) => [`${i + 1}`, name])], sheet),
    );
    const extraction = extractLists({ format: 'xlsx', blocks });
    const options = {
      fileName: '四张清单.xlsx',
      kinds: new Map(),
      region: '重庆市江津区',
      documentId: 'own',
    };
    const { plan } = joinPlan(planImport(extraction, readKnowledge(), options), openJoiner(), NO_CHOICES);
    const documents = plan.documents.map(({ document }) => document);
    assistant = openAssistant({ office: { documents, texts: new Map() }, today: '2026-11-27' });
    // Two readers are counted and two indexes made, which a crowded machine takes its time for.
  }, 180_000);

  it('answers at least ten of twelve everyday questions by its own row, and none by a wrong one', () => {
    const answers = QUESTIONS.map(([text, verdict, row]) => {
      const answer = assistant.decide({ text, region: '重庆市江津区' });
      const own = answer.citations[0]?.documentId === 'own' && answer.item?.name.includes(row);
      return {
        text,
        right: answer.verdict === verdict && own,
        said: [answer.verdict, answer.item?.name ?? null],
      };
    });
    const missed = answers.filter(({ right }) => !right);
    expect(missed.length, JSON.stringify(missed)).toBeLessThanOrEqual(2);
    const wrong = missed.filter(
      ({ said: [verdict] }) => !['clarify', 'not-listed', 'information'].includes(verdict ?? ''),
    );
    expect(wrong).toEqual([]);
  });

  it('takes a question about an open row from what that is likely about', () => {
    const { item, verdict } = assistant.decide({ text: '失业登记社区要协助吗', region: '重庆市江津区' });
    expect([verdict, item?.name]).toEqual(['assist', '协助做好就业失业登记和就业援助']);
  });

  it('decides nothing for another district', () => {
    for (const [text] of QUESTIONS) {
      const { citations } = assistant.decide({ text, region: '重庆市南岸区' });
      expect(citations.map(({ documentId }) => documentId)).not.toContain('own');
    }
  });

  it('leaves what has nothing to do with it as it is', () => {
    const region = '重庆市江津区';
    expect(assistant.decide({ text: '今天天气怎么样', region }).verdict).toBe('out-of-scope');
    expect(assistant.decide({ text: '社区能开无犯罪记录证明吗', region }).verdict).toBe('must-not-certify');
  });
});
