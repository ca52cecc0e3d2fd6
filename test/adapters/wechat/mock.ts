import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FileBox } from 'file-box';
import { mock, PuppetMock } from 'wechaty-puppet-mock';
import { createAdapter } from '#adapters/wechat/adapter.js';
import { configSchema } from '#adapters/wechat/config.js';
import type { ChannelAdapter, ChannelContext } from '#conversation/channel.js';

/** Wechaty's numbers for kinds of messages. */
export const KIND = { unknown: 0, file: 1, image: 6, text: 7 } as const;

export interface Sent {
  /** Who got it: a person, or a room. */
  to: string;
  text: string;
}

export interface MockWeChat {
  adapter: ChannelAdapter;
  sent(): Sent[];
  /** Files that the account sent. */
  files(): { to: string; name: string; bytes: Uint8Array }[];
  /** The puppet sends no files from now on. */
  refuseFiles(): void;
  /** A message as the puppet delivers it; the same id again is a redelivery. */
  deliver(message: {
    id: string;
    from: string;
    text?: string;
    room?: string;
    mentions?: boolean;
    kind?: number;
    /** Seconds ago. */
    age?: number;
    /** As the puppet hands it on. */
    file?: object;
  }): void;
  /** The account itself writes. */
  own(text: string): void;
  /** A subscription account, which writes to everyone. */
  official(id: string): void;
  /** An event about a message that the puppet doesn't have. */
  lost(): void;
  stop(): Promise<void>;
}

export const SETTINGS = { acceptAccountRisk: 'true', puppet: 'wechaty-puppet-mock' };

/** The adapter with Wechaty's mock puppet, signed in. */
export async function mockWeChat(context: ChannelContext, settings: object = {}): Promise<MockWeChat> {
  const folder = await mkdtemp(join(tmpdir(), 'qingdan-wechat-'));
  const mocker = new mock.Mocker();
  const puppet = new PuppetMock({ mocker });
  const adapter = createAdapter(configSchema.parse({ ...SETTINGS, ...settings }), context, {
    load: () => import('wechaty'),
    folder,
    puppet,
  });
  await adapter.start();
  // The mock begins a tick after its puppet has started.
  await new Promise(setImmediate);
  const self = mocker.createContact({ id: 'self', name: '清单助手' });
  mocker.login(self);
  const people = new Map<string, ReturnType<typeof mocker.createContact>>();
  const rooms = new Map<string, ReturnType<typeof mocker.createRoom>>();
  const person = (id: string) => {
    const known = people.get(id) ?? mocker.createContact({ id, name: `名字${id}`, type: 1 });
    people.set(id, known);
    return known;
  };
  const ownIds = new Set<string>();
  const roomOf = (id: string, member: string) => {
    const known =
      rooms.get(id) ?? mocker.createRoom({ id: `${id}@chatroom`, memberIdList: ['self', member] });
    rooms.set(id, known);
    return known;
  };
  return {
    adapter,
    sent: () =>
      [...mocker.cacheMessagePayload.values()]
        .filter(({ id, talkerId, type }) => talkerId === 'self' && type === KIND.text && !ownIds.has(id))
        .map(({ roomId, listenerId, text }) => ({ to: roomId ?? listenerId ?? '', text: text ?? '' })),
    files: () =>
      [...mocker.cacheMessagePayload.values()].flatMap(({ id, talkerId, roomId, listenerId }) => {
        const box = mocker.cacheFileBoxPayload.get(id) as { name: string; base64: string } | undefined;
        if (talkerId !== 'self' || box === undefined) return [];
        const bytes = Buffer.from(box.base64, 'base64');
        return [{ to: roomId ?? listenerId ?? '', name: box.name, bytes }];
      }),
    refuseFiles() {
      puppet.messageSendFile = () => Promise.reject(new Error('no files'));
    },
    deliver({ id, from, text, room, mentions = false, kind = KIND.text, age = 0, file }) {
      if (file !== undefined) mocker.cacheFileBoxPayload.set(id, file as never);
      const base = {
        id,
        talkerId: person(from).id,
        timestamp: Date.now() - age * 1000,
        type: kind,
        ...(text === undefined ? {} : { text }),
      };
      const where =
        room === undefined
          ? { listenerId: 'self' }
          : { roomId: roomOf(room, from).id, mentionIdList: mentions ? ['self'] : [] };
      if (!mocker.cacheMessagePayload.has(id)) mocker.MessageMock.create({ ...base, ...where });
      puppet.emit('message', { messageId: id });
    },
    own(text) {
      self.say(text).to(person('someone'));
      ownIds.add([...mocker.cacheMessagePayload.keys()].at(-1) ?? '');
    },
    lost: () => void puppet.emit('message', { messageId: 'nowhere' }),
    official: (id) => void people.set(id, mocker.createContact({ id, name: '订阅号', type: 2 })),
    async stop() {
      await adapter.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A file as a puppet hands it on. */
export const boxOf = (name: string, bytes: Uint8Array, more: object = {}): object => ({
  ...FileBox.fromBase64(Buffer.from(bytes).toString('base64'), name).toJSON(),
  ...more,
});
