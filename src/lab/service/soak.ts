/**
 * `npm run measure:soak [-- --minutes 60 --kill-every 120 --instances 3 --people 12 --seed 1]`: several instances on one
 * PostgreSQL, mixed conversations, and every two minutes one of the instances is killed and another started. Ends with 1
 * where an answer that was acknowledged isn't in the store, a reply isn't the one that a service alone gives, or memory grows.
 */
import { parseArgs } from 'node:util';
import { soak } from './soaking.js';

const MOST_GROWTH = 0.2;

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '60' },
    'kill-every': { type: 'string', default: '120' },
    instances: { type: 'string', default: '3' },
    people: { type: 'string', default: '12' },
    seed: { type: 'string', default: '1' },
  },
});
const found = await soak({
  seconds: Number(values.minutes) * 60,
  killEvery: Number(values['kill-every']),
  instances: Number(values.instances),
  people: Number(values.people),
  seed: Number(values.seed),
  onProgress: (line) => console.log(line),
});
const { turns, broken, kept, kills, lost, wrong, findings, memory } = found;
console.log(`${turns} turns, ${kills} instances killed, ${broken} turns broken off by it`);
console.log(
  `${kept} answers acknowledged, ${lost.length} of them not in the store ${lost.slice(0, 5).join(' ')}`,
);
console.log(`${wrong.length} replies other than those of a service alone`);
for (const { text, got, right } of wrong.slice(0, 5))
  console.log(`${text}\n  got   ${got}\n  right ${right}`);
console.log(`${findings} findings of the audit`);
const growth = memory === null ? 0 : memory.last / memory.first - 1;
if (memory !== null)
  console.log(
    `memory of an instance, middle of its samples: ${Math.round(memory.first / 1e6)} MB in the first third, ${Math.round(memory.last / 1e6)} MB in the last (${(growth * 100).toFixed(1)} %)`,
  );
process.exitCode =
  lost.length > 0 || wrong.length > 0 || findings > 0 || kept === 0 || growth > MOST_GROWTH ? 1 : 0;
