import { z } from 'zod';
import { QingdanError } from '#errors.js';
import { defineTool } from '../tool.js';

const number = (example: string) => z.string().max(40).describe(`编号，如 ${example}`);
const code = z.string().max(20).describe('登记时给的查询码');
const status = z.object({ status: z.string().describe('办到哪一步') });
const line = z.string();

/** 准入办到哪一步, for whoever has number and code. */
export const admissionStatus = defineTool({
  name: 'admission_status',
  title: '准入办到哪一步',
  description: '凭编号和查询码，查一件社区工作准入申请办到哪一步。',
  input: z.object({ number: number('准入〔2026〕0001号'), code }),
  output: status,
  says: (result) => result.status,
  async run(input, { desk }) {
    const lines = await desk.admissionStatus(input.number, input.code.toLowerCase());
    if (lines === null) throw new QingdanError('QD-ID', '编号和查询码对不上，请核对');
    return { status: lines.join('\n') };
  },
});

/** A demand is registered: the one tool that changes something. */
export const openCase = defineTool({
  name: 'open_case',
  title: '登记一件诉求',
  description:
    '替居民登记一件诉求，得到件号和查询码。登记前先用 ask 说清谁来办，并取得本人同意；同一个 key 只登记一次。',
  input: z.object({
    text: z.string().max(1000).describe('什么事，一两句话'),
    place: z.string().min(2).max(60).optional().describe('在哪里；加密保存'),
    key: z.string().min(8).max(100).describe('调用方自己起的唯一标识，重试时用同一个'),
  }),
  output: z.object({
    number: z.string(),
    code: z.string(),
    lines: z.array(line).describe('读给本人听的回执'),
  }),
  readOnly: false,
  says: ({ lines }) => lines.join('\n'),
  async run({ text, place, key }, { desk, caller }) {
    if (desk.window === null) throw noWindow();
    const { userId } = caller;
    const person = { channel: 'api', userId };
    const sent = { key: `mcp ${userId} ${key}`, text, place: place ?? null, person };
    const { number: given, code: secret, lines } = await desk.window.register(sent);
    return { number: given, code: secret, lines: [...lines] };
  },
});

/** 件办到哪一步, for whoever has number and code. */
export const caseStatus = defineTool({
  name: 'case_status',
  title: '诉求办到哪一步',
  description: '凭件号和查询码，查一件诉求办到哪一步。',
  input: z.object({ number: number('诉〔2026〕0012号'), code }),
  output: status,
  says: (result) => result.status,
  async run(input, { desk }) {
    if (desk.window === null) throw noWindow();
    return { status: await desk.window.status(input.number, input.code) };
  },
});

const noWindow = () =>
  new QingdanError('QD-INPUT', '这里没有设置窗口（配置 window），不能登记和查询诉求，请到社区窗口办理');
