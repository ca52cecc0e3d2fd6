/**
 * `npm run measure:scale [-- --committees 660000 --city 11000 --cpu 6 --cores 8 --seed 1]`: how much is asked of the
 * service by so many committees, and how many processes a city's peak needs. What a question costs is what `npm run
 * measure:service` measured; how often people ask is an assumption, which stands in the table and can be set.
 */
import { parseArgs } from 'node:util';
import { daysLoad, type Habits, peakOf } from './scale/demand.js';
import { simulate } from './scale/simulate.js';

const { values } = parseArgs({
  options: {
    /** Communities and villages of the whole country. */
    committees: { type: 'string', default: '660000' },
    /** Of one large city. */
    city: { type: 'string', default: '11000' },
    /** Questions of one committee on a working day, its residents' included. */
    questions: { type: 'string', default: '20' },
    /** Share of a day's questions that are put in its busiest hour, and how many times more the busiest minute has. */
    'busy-hour': { type: 'string', default: '0.2' },
    burst: { type: 'string', default: '3' },
    /** Milliseconds of processor time for a fresh question, kept durably. */
    cpu: { type: 'string', default: '9' },
    /** Bytes of the database for one answer, with its indexes. */
    bytes: { type: 'string', default: '600' },
    /** Days for which answers are kept. */
    days: { type: 'string', default: '180' },
    seed: { type: 'string', default: '1' },
  },
});
const number = (name: keyof typeof values) => Number(values[name]);
const habits: Habits = {
  questions: number('questions'),
  busyHour: number('busy-hour'),
  burst: number('burst'),
};
const cpu = number('cpu');

/** Four levels: how many offices of a kind there are is counted from the committees below them. */
const PLACES = [
  ['街道、乡镇（20 个社区、村）', 20],
  ['区县（400 个）', 400],
  ['市（--city）', number('city')],
  ['全国（--committees）', number('committees')],
] as const;

console.log(`每个社区每个工作日 ${habits.questions} 问（假设），一问 ${cpu} 毫秒处理器时间（实测后填）`);
console.table(
  PLACES.map(([place, committees]) => {
    const peak = peakOf(committees, habits);
    const day = daysLoad(committees, habits);
    return {
      范围: place,
      一天多少问: day,
      最忙一分钟每秒: Number(peak.toFixed(1)),
      '要多少核（七成满）': Math.max(1, Math.ceil((peak * cpu) / 1000 / 0.7)),
      '留档（GB）': Number(((day * number('days') * number('bytes')) / 1e9).toFixed(2)),
    };
  }),
);

const city = peakOf(number('city'), habits);
const least = Math.ceil((city * cpu) / 1000);
console.log(`市里最忙的一分钟，每秒 ${city.toFixed(1)} 问，种子 ${values.seed}：`);
console.table(
  [...new Set([least, Math.ceil(least * 1.2), Math.ceil(least / 0.7), least * 2])].map((cores) => {
    const { p50, p99, longest } = simulate({
      perSecond: city,
      cpu,
      cores,
      seconds: 60,
      seed: number('seed'),
    });
    return {
      核: cores,
      '一半的人等（毫秒）': Math.round(p50),
      '百人里最慢的一个等（毫秒）': Math.round(p99),
      最长: Math.round(longest),
    };
  }),
);
