import { describe, expect, it } from 'vitest';
import type { ChannelContext, SharedAnswer } from '#conversation/channel.js';
import { silentLog } from '#conversation/log.js';
import { realAssistant } from '../../conversation/real-assistant.js';
import { realBot } from '../../conversation/real-parts.js';
import { countingIds } from '../../server/support/server.js';
import { openSite, readText } from './support/site.js';

/** A shelf in memory, with what stands on it. */
function shelf() {
  const kept: SharedAnswer[] = [];
  return {
    kept,
    keep: async (answer: SharedAnswer) => `answer-${kept.push(answer) - 1}`,
    find: async (id: string) => kept[Number(/^answer-(\d+)$/u.exec(id)?.[1] ?? Number.NaN)] ?? null,
  };
}

async function openSharing() {
  const own = shelf();
  const { kb } = realAssistant();
  let lists = kb;
  const context: ChannelContext = {
    ...{ bot: await realBot(), log: silentLog, newId: countingIds(), clock: () => 0, shelf: own },
    lists: () => lists,
  };
  const { browser } = await openSite({ context });
  const visitor = browser();
  await visitor.open();
  return {
    ...{ own, browser, visitor },
    /** As if an office had loaded a list. */
    change: () => {
      lists = { ...kb, version: 'ffffffffffff' };
    },
    async ask(text: string) {
      const page = await visitor.send({ text });
      return { page, turn: /name="turn" value="(\d+)"/u.exec(page)?.[1] ?? '' };
    },
  };
}

const SHARE = { url: '/chat/share' };

describe('an answer that is passed on', () => {
  it('has an address that anybody can open, and holds nothing that was said to get it', async () => {
    const { own, visitor, browser, ask } = await openSharing();
    const { turn } = await ask('我叫王小明，电话13812345678，社区能给我开无犯罪记录证明吗');
    const { statusCode, headers } = await visitor.post({ turn }, SHARE);
    expect(statusCode).toBe(303);
    expect(JSON.stringify(own.kept)).not.toMatch(/王小明|1381234|能给我开/u);
    const page = await browser().open(headers.location as string);
    expect(readText(page.body)).toContain('「无犯罪记录证明」不应由社区（居委会、村委会）出具。');
    expect(readText(page.body)).toContain('民发〔2020〕20号');
    expect(page.body).toContain('content="noindex"');
  });

  it('says so when the lists have changed since', async () => {
    const { visitor, ask, change } = await openSharing();
    const { turn } = await ask('社区能开无犯罪记录证明吗');
    const { headers } = await visitor.post({ turn }, SHARE);
    const address = headers.location as string;
    expect(readText((await visitor.open(address)).body)).not.toContain('收录的清单有过变动');
    change();
    expect(readText((await visitor.open(address)).body)).toContain('收录的清单有过变动');
  });

  it('isn’t offered where it names the matter by the asker’s own words; the question is', async () => {
    const { own, visitor, ask } = await openSharing();
    const { page, turn } = await ask('社区能开阳台种菜许可证吗');
    expect(page).toContain('清单未列');
    expect(turn).toBe('');
    const [, address = ''] = /href="(\/\?ask=[^"]+)"/u.exec(page) ?? [];
    expect((await visitor.open(readText(address))).body).toContain('>社区能开阳台种菜许可证吗</textarea>');
    expect((await visitor.post({ turn: '1' }, SHARE)).statusCode).toBe(404);
    expect(own.kept).toEqual([]);
  });

  it('is one’s own conversation’s, and asked for by this site’s own form', async () => {
    const { own, visitor, browser, ask } = await openSharing();
    const { turn } = await ask('社区能开无犯罪记录证明吗');
    expect((await browser().post({ turn }, SHARE)).statusCode).toBe(404);
    const headers = { origin: 'https://elsewhere.example' };
    expect((await visitor.post({ turn }, { ...SHARE, headers })).statusCode).toBe(403);
    expect(own.kept).toEqual([]);
  });

  it('isn’t found under another address', async () => {
    const { visitor } = await openSharing();
    expect((await visitor.open('/answers/none')).statusCode).toBe(404);
  });
});
