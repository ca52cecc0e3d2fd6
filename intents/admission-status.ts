import { textOnly } from '#conversation/answer-blocks.js';
import { defineIntent } from '#conversation/intent.js';

const NUMBER = /准入\s{0,3}[〔[(（【]?\s?(\d{4})\s?[〕\])）】]?\s?(?:第\s?)?(\d{1,6})\s?号/u;
const CODE = /(?<![0-9a-f])([0-9a-f]{8})(?![0-9a-f])/iu;

/** 办到哪一步: how far an application is, for whoever has its number and code. */
export const intent = defineIntent<{ number: string; code: string | null }>({
  id: 'admission-status',
  precedence: 14,
  interrupts: true,
  examples: ['准入〔2026〕0001号办到哪一步了', '查一下准入〔2026〕12号，查询码 0a1b2c3d'],
  slots({ message: { text } }) {
    const [whole, year = '', serial = ''] = NUMBER.exec(text) ?? [];
    if (whole === undefined) return null;
    const [, code] = CODE.exec(text.replace(whole, '')) ?? [];
    return { number: `准入〔${year}〕${serial.padStart(4, '0')}号`, code: code?.toLowerCase() ?? null };
  },
  async handler({ number, code }, { desk }) {
    if (code === null) {
      return {
        blocks: textOnly(`查${number}要有查询码（八位），登记时给的。请连编号一起发：${number} 查询码`),
      };
    }
    const lines = await desk.admissions.status(number, code);
    return {
      blocks: textOnly(
        lines?.join('\n') ?? `编号${number}和查询码对不上，请核对；查询码忘了，请找申请部门或主管部门。`,
      ),
    };
  },
});
