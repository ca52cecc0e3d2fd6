import { regionsMentioned } from '#catalogue/regions-mentioned.js';
import { textOnly } from '#conversation/answer-blocks.js';
import { scopeOf } from '#conversation/ask-desk.js';
import { defineIntent } from '#conversation/intent.js';

/** 准入 asked about as a procedure: how, by whom, how long, with which papers. */
const HOW =
  /(?:怎么|怎样|如何|咋)(?:样)?(?:去|来)?(?:申请|办|走|报|提|批|审)|(?:程序|流程|步骤|手续|申请表)|(?:找|由|归|向)(?:谁|哪个?(?:部门|单位|里|儿)?)(?:来)?(?:申请|批|审|定|办|报|提)|谁(?:来)?(?:审批|批准|批|审|定)|(?:多久|几天|多少天|多长时间|什么时候)(?:能)?(?:批|办|答复|出结果|申请)?/u;
/** A task that went another way: whether it has to be taken is asked, and the lists answer. */
const WITHOUT = /(?:没有?|未|不)(?:有|经|经过|走|办|做|通过|申请)?(?:过)?.{0,4}准入/u;

/** How a task gets into communities: the procedure of the person's region, with its sources. */
export const intent = defineIntent<{ region: string | null; area: string | null }>({
  id: 'admission-process',
  precedence: 38,
  interrupts: false,
  examples: [
    '社区工作准入制怎么申请',
    '部门要进社区的事项怎么申请准入',
    '准入要走什么程序',
    '西城区社区准入多久批下来',
    '准入由谁来批',
    '长三角的社区准入怎么走',
  ],
  slots(turn) {
    const { said, desk } = turn;
    if (!said.includes('准入') || !HOW.test(said) || WITHOUT.test(said) || said.includes('街道准入'))
      return null;
    const [named, another] = regionsMentioned(desk.kb.regions, said).flatMap(({ regions }) => regions);
    // A place that may be several is the ruling's to ask back about.
    if (another !== undefined) return null;
    // An area that is no division (长三角) has no procedure of its own; what is known of its regions is told.
    const area = named === undefined ? desk.admissions.areaIn(said) : null;
    return { region: named?.name ?? scopeOf(turn).region, area };
  },
  handler({ region, area }, { desk }) {
    if (area !== null) return { blocks: textOnly(desk.admissions.proceduresIn(area).join('\n')) };
    const lines = [...desk.admissions.procedure(region), '要填申请表，说「申请准入」，我一栏一栏地问。'];
    return { blocks: textOnly(lines.join('\n')) };
  },
});
