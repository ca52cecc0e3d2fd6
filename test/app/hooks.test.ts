import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { createHookDelivery, type HookEvent, hookSecret, signedHeaders, wants } from '#app/hooks.js';
import { at } from '../storage/support/records.js';
import { onEveryStore } from '../storage/support/stores.js';

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

interface Delivery {
  headers: Record<string, string | string[] | undefined>;
  body: string;
}

/** A receiver that answers as `status` says, with all that it was sent. */
async function receiver(status: () => number): Promise<{ url: string; got: Delivery[] }> {
  const got: Delivery[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (piece: string) => {
      body += piece;
    });
    request.on('end', () => {
      got.push({ headers: request.headers, body });
      response.writeHead(status()).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  closing.push(() => server.close());
  const address = server.address();
  return { url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/events`, got };
}

const entry = (n: number, action = 'case-opened') => ({
  at: at(n),
  actor: '示例街道',
  action,
  subject: `s${n}`,
  detail: { n },
});
const idsOf = (got: readonly Delivery[]) => got.map(({ body }) => (JSON.parse(body) as HookEvent).id);

onEveryStore(
  'events for another system',
  (fresh) => {
    it('come signed, in order, once, and only those that were asked for', async () => {
      const { storage, open } = await fresh();
      const { url, got } = await receiver(() => 204);
      const hooks = [{ name: 'yuekuaizheng', url, events: ['case-*'] }];
      const parts = { hooks, clock: () => Date.parse(at(0)), onRefused: () => undefined };
      const [one, two] = [
        createHookDelivery({ ...parts, storage }),
        createHookDelivery({ ...parts, storage: await open() }),
      ];
      await one.deliver();
      for (let n = 1; n <= 5; n++)
        await storage.audit.append(entry(n, n === 3 ? 'user-deleted' : 'case-opened'));
      await Promise.all([one.deliver(), two.deliver()]);
      await one.deliver();
      expect(idsOf(got)).toEqual([1, 2, 4, 5]);
      const [{ headers, body }] = got as [Delivery];
      const secret = Buffer.from(hookSecret(storage, 'yuekuaizheng').slice(6), 'base64');
      const signed = `${String(headers['webhook-id'])}.${String(headers['webhook-timestamp'])}.${body}`;
      const right = createHmac('sha256', secret).update(signed).digest('base64');
      expect(headers['webhook-signature']).toBe(`v1,${right}`);
      expect(JSON.parse(body)).toEqual({
        id: 1,
        type: 'case-opened',
        at: at(1),
        subject: 's1',
        detail: { n: 1 },
      });
    });

    it('wait longer each time where nobody takes them, and none is left out', async () => {
      const { storage } = await fresh();
      let status = 503;
      const { url, got } = await receiver(() => status);
      const refused: number[] = [];
      let now = Date.parse(at(0));
      const delivery = createHookDelivery({
        storage,
        hooks: [{ name: 'a', url, events: ['case-*'] }],
        clock: () => now,
        onRefused: (_name, error, attempts) => {
          expect(error).toBe('HTTP 503');
          refused.push(attempts);
        },
      });
      await delivery.deliver();
      await storage.audit.append(entry(1));
      await storage.audit.append(entry(2));
      for (const seconds of [0, 4, 2, 9, 2]) {
        now += seconds * 1000;
        await delivery.deliver();
      }
      expect(refused).toEqual([1, 2, 3]);
      status = 200;
      now += 3600_000;
      await delivery.deliver();
      expect(idsOf(got)).toEqual([1, 1, 1, 1, 2]);
      expect(await storage.hooks.list()).toMatchObject([{ name: 'a', seq: 2, attempts: 0, error: null }]);
    });
  },
  ['better-sqlite3', 'PostgreSQL'],
);

describe('the signature', () => {
  it('is that of the specification’s own example', () => {
    // Standard Webhooks, spec/standard-webhooks.md, and its libraries' tests.
    const headers = signedHeaders(
      'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
      'msg_p5jXN8AQM9LWM0D4loKWxJek',
      1614265330,
      '{"test": 2432232314}',
    );
    expect(headers['webhook-signature']).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=');
  });

  it.each([
    [['case-*'], 'case-route', true],
    [['case-*'], 'document-published', false],
    [['document-published'], 'document-published', true],
    [['document-published'], 'document-published-again', false],
  ])('%j wants %s: %s', (events, action, wanted) => {
    expect(wants({ events }, action)).toBe(wanted);
  });
});
