/**
 * `npm run measure:memory [-- --messages 20000]`: resident memory of a running service over many messages. Ends with 1
 * where it has grown by more than a fifth between the first tenth and the end.
 */
import { parseArgs } from 'node:util';
import { createClient } from './client.js';
import { startWatched } from './watched-service.js';

const MOST_GROWTH = 0.2;
const AT_ONCE = 8;
const PLACES = ['居住', '亲属关系', '无犯罪记录', '收入', '婚姻状况', '无房', '在校', '健康'] as const;
const WORK = ['违建拆除', '垃圾分类', '反诈宣传', '养犬登记', '消防检查', '人口统计'] as const;

/** Questions and what leans on them; every third is new to the service. */
function messageOf(i: number): string {
  if (i % 3 === 0) return `${PLACES[i % PLACES.length]}证明社区能开吗，第${i}次问`;
  if (i % 3 === 1) return `${WORK[i % WORK.length]}归社区管吗`;
  return `能开${PLACES[(i * 7) % PLACES.length]}证明吗`;
}

const { values } = parseArgs({ options: { messages: { type: 'string', default: '20000' } } });
const messages = Number(values.messages);
const step = Math.ceil(messages / 10);
const service = await startWatched();
const client = createClient(service.url, '127.0.0.1');
const sizes: number[] = [];
let refused = 0;
for (let sent = 0; sent < messages; ) {
  const until = Math.min(messages, sent + step);
  const one = async () => {
    while (sent < until) {
      const { status } = await client.say(messageOf(sent++));
      if (status !== 200) refused++;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
  const { rss } = await service.report();
  sizes.push(rss);
  console.log(`${until} messages: ${Math.round(rss / 1e6)} MB`);
}
client.close();
await service.stop();
const [first = 1, last = 1] = [sizes[0], sizes.at(-1)];
const growth = last / first - 1;
console.log(`grown by ${(growth * 100).toFixed(1)} % since the first tenth; ${refused} not answered`);
process.exitCode = growth > MOST_GROWTH || refused > 0 ? 1 : 0;
