import { describe, expect, it } from 'vitest';
import { readKnowledge } from '#app/open.js';
import { allRows } from '#catalogue/knowledge-base.js';
import { rowId } from '#catalogue/rows.js';
import type { ChannelContext } from '#conversation/channel.js';
import { silentLog } from '#conversation/log.js';
import { countingIds, echoBot } from '../../server/support/server.js';
import { openSite, readText } from './support/site.js';

const kb = readKnowledge();
const context: ChannelContext = {
  ...{ bot: echoBot(), log: silentLog, newId: countingIds(), lists: () => kb },
  clock: () => Date.parse('2026-11-27T01:00:00Z'),
};
const open = async (settings: object = {}) => (await openSite({ context, settings })).app;
const dataOf = (html: string) =>
  JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/su.exec(html)?.[1] ?? 'null');

describe('lists, items and documents as pages', () => {
  it('name every document and list of the knowledge base on one page', async () => {
    const { body, statusCode } = await (await open()).inject('/lists');
    expect(statusCode).toBe(200);
    for (const { id } of kb.documents) expect(body).toContain(`href="/documents/${id}"`);
    for (const id of kb.listById.keys()) expect(body).toContain(`href="/lists/${id}"`);
  });

  it('have every list with its items, and say how many there should be', async () => {
    const app = await open();
    for (const { list } of kb.listById.values()) {
      const { body } = await app.inject(`/lists/${list.id}`);
      for (const item of list.items) expect(body).toContain(`href="/items/${item.id}"`);
      expect(dataOf(body)).toMatchObject({ '@type': 'ItemList', name: list.name });
      if (list.items.length === 0 && (list.declaredCount ?? 0) > 0)
        expect(readText(body)).toContain(`应有 ${list.declaredCount} 项，逐项内容未见`);
    }
  });

  it('have a page for every row, with its words, its source and data for search engines', async () => {
    const app = await open();
    for (const row of allRows(kb)) {
      const { body, statusCode } = await app.inject(`/items/${rowId(row)}`);
      const { summary } = row.type === 'item' ? row.item : row.provision;
      expect(statusCode, rowId(row)).toBe(200);
      expect(readText(body)).toContain(summary);
      expect(body).toContain(`href="/documents/${row.document.id}"`);
      expect(dataOf(body)).toMatchObject({ '@context': 'https://schema.org' });
    }
  });

  it('have no page under an address that nothing has, nor under one that isn’t an address', async () => {
    const app = await open();
    for (const path of [
      '/lists/none',
      '/items/none',
      '/documents/none',
      '/items/%E0%A4%A',
      '/items/constructor',
    ])
      expect((await app.inject(path)).statusCode, path).toBeGreaterThanOrEqual(400);
  });

  it('are told whole in the sitemap, under the public address', async () => {
    const app = await open({ publicUrl: 'https://qd.example.gov.cn/' });
    const { body } = await app.inject('/sitemap.xml');
    const addresses = Array.from(body.matchAll(/<loc>([^<]+)<\/loc>/gu), ([, address = '']) => address);
    expect(addresses).toHaveLength(2 + kb.documents.length + kb.listById.size + allRows(kb).length);
    expect(addresses.every((address) => address.startsWith('https://qd.example.gov.cn/'))).toBe(true);
    expect((await app.inject('/robots.txt')).body).toContain(
      'Sitemap: https://qd.example.gov.cn/sitemap.xml',
    );
  });

  it('are asked for anew only when something has changed', async () => {
    const app = await open();
    const first = await app.inject('/lists');
    const again = { url: '/lists', headers: { 'if-none-match': first.headers.etag as string } };
    expect((await app.inject(again)).statusCode).toBe(304);
    const large = { ...again, headers: { ...again.headers, cookie: 'qingdan-text=large' } };
    expect((await app.inject(large)).body).toContain('<html lang="zh-CN" class="large">');
  });

  it('aren’t there where an office keeps them to itself', async () => {
    const app = await open({ publicLists: false });
    for (const path of ['/lists', '/sitemap.xml', `/documents/${kb.documents[0]?.id}`])
      expect((await app.inject(path)).statusCode).toBe(404);
    expect((await app.inject('/robots.txt')).body).toContain('Disallow: /lists');
    expect((await app.inject('/')).body).not.toContain('href="/lists"');
  });
});

describe('the installable site', () => {
  it('has a manifest whose icons are there, and a page for when there is no network', async () => {
    const app = await open({ title: '南岸区清单助手' });
    const manifest = (await app.inject('/manifest.webmanifest')).json();
    expect(manifest).toMatchObject({ name: '南岸区清单助手', start_url: '/', display: 'standalone' });
    for (const { src } of manifest.icons) expect((await app.inject(src)).statusCode).toBe(200);
    expect(readText((await app.inject('/offline')).body)).toContain('上次存下的清单还能看');
  });

  it('keeps the lists of its own region ahead, and no conversation', async () => {
    const script = (await (await open({ region: '重庆市' })).inject('/sw.js')).body;
    const kept = JSON.parse(/const KEPT = (.*);/u.exec(script)?.[1] ?? 'null');
    expect(kept.pages).toContain('/lists');
    expect(kept.pages.length).toBeGreaterThan(3);
    expect(kept.pages.every((page: string) => page.startsWith('/lists'))).toBe(true);
    const [, pattern = ''] = /const PUBLIC = \/(.*)\/;/u.exec(script) ?? [];
    const isKept = (path: string) => new RegExp(pattern, 'u').test(path);
    expect(['/lists', '/lists/a', '/items/a', '/documents/a'].every(isKept)).toBe(true);
    expect(['/', '/chat', '/chat/events', '/answers/a', '/console', '/listserv'].some(isKept)).toBe(false);
  });
});
