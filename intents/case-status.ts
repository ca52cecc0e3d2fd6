import { codeIn, numberIn } from '#cases/index.js';
import { textOnly } from '#conversation/answer-blocks.js';
import { NO_WINDOW } from '#conversation/demands.js';
import { defineIntent } from '#conversation/intent.js';

interface Slots {
  number: string | null;
  code: string | null;
}

const NAMED = /诉\s{0,3}[〔[(（【]?\s{0,3}20\d{2}|件号|查询码|查件/u;
const WORDS =
  /^(?:我的?|我(?:反映|登记|投诉)的)?(?:诉求|诉求件|办件|件|事|事情|问题|投诉)(?:现在)?(?:办|处理|进展|解决)(?:得|到)?(?:怎么样|哪(?:一步|里|儿)?|好|完|得如何)(?:了|啦)?(?:吗|没有|没)?$|^(?:我要|我想|帮我)?(?:查|查询|查一下|看看?)(?:一下)?(?:我的?)?(?:件|办件|诉求|诉求件|办理进度|办理情况|进度)$/u;

/** 办到哪一步了: by number and code, whoever asks and on whichever channel. */
export const intent = defineIntent<Slots>({
  id: 'case-status',
  precedence: 32,
  interrupts: false,
  examples: [
    '我的诉求办到哪一步了',
    '查进度',
    '诉〔2026〕0012号，查询码 AB2CD3',
    '查件 2026-12 AB2CD3',
    '我反映的问题处理得怎么样了',
  ],
  slots({ said, message: { text } }) {
    const number = numberIn(text);
    const code = codeIn(text);
    if (number !== null && (NAMED.test(text) || (code !== null && said.length < 30))) return { number, code };
    return WORDS.test(said) ? { number: null, code: null } : null;
  },
  async handler({ number, code }, { desk }) {
    if (desk.window === null) return { blocks: textOnly(NO_WINDOW(desk.office)) };
    if (number === null || code === null) return { blocks: textOnly(BOTH) };
    return { blocks: textOnly(await desk.window.status(number, code)) };
  },
});

const BOTH =
  '请把回执上的件号和查询码一起发来，如：诉〔2026〕0012号 AB2CD3。没有查询码的，请带身份证明到窗口查，这里不能查别人的件。';
