import { z } from 'zod';
import type { Answer } from '#answer/index.js';
import { answerSchema, questionSchema } from '#server/api/answer-schema.js';
import { defineTool } from '../tool.js';

const fields = answerSchema.pick({
  question: true,
  verdict: true,
  band: true,
  item: true,
  citations: true,
  route: true,
  text: true,
  choices: true,
}).shape;

const given = ({ question, verdict, band, item, citations, route, text, choices }: Answer) => ({
  question,
  verdict,
  band,
  item,
  citations: [...citations],
  route,
  text,
  choices: [...choices],
});

/** One question, as people put it, and the ruling on it. */
export const ask = defineTool({
  name: 'ask',
  title: '问一件事或一张证明',
  description:
    '一件事、一张证明，归不归社区（居委会、村委会）：给出判定（verdict）、把握（band：answer 为有把握，confirm 为要核对，abstain 为没有把握）、回答全文和出处。只按清单和规定回答，没有出处的不说；请照原意转述，并保留出处。问题隐去个人信息后留档。',
  input: questionSchema,
  output: z.object({
    ...fields,
    further: z.array(z.object(fields)).describe('同一条里另外问的事，最多两件'),
    catalogueVersion: z.string().describe('回答时所用清单的版本'),
    record: z.string().describe('留档编号'),
  }),
  says: ({ text, further }) => [text, ...further.map((one) => one.text)].join('\n\n'),
  async run({ region, ...question }, { desk, caller }) {
    const { id, answer } = await desk.answer({ ...question, region: region ?? caller.region });
    return {
      ...given(answer),
      further: answer.further.map(given),
      catalogueVersion: answer.catalogueVersion,
      record: id,
    };
  },
});
