import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { InMemoryTransport } from '@modelcontextprotocol/sdk/inMemory.js';
import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer, Screening } from '#answer/index.js';
import { createMcpServer } from '#mcp/server.js';
import { openDesk } from './support.js';

const { desk, kept, registered } = openDesk();
const faults: unknown[] = [];
const client = new Client({ name: 'test', version: '1.0.0' });

beforeAll(async () => {
  const [here, there] = InMemoryTransport.createLinkedPair();
  const caller = { region: '重庆市', visitor: 'v', userId: 'key 1' };
  await createMcpServer({ desk, caller, onFault: (error) => faults.push(error) }).connect(there);
  await client.connect(here);
});
afterAll(() => client.close());

/** The client checks what comes back against the tool's output schema. */
async function call<T = Record<string, unknown>>(name: string, args: Record<string, unknown>) {
  const result = (await client.callTool({ name, arguments: args })) as CallToolResult;
  const [content] = result.content;
  const text = content?.type === 'text' ? content.text : '';
  return { failed: result.isError === true, text, data: result.structuredContent as T };
}

describe('the tools', () => {
  it('say what they take and give, and which of them change something', async () => {
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name).sort()).toEqual([
      'admission_status',
      'ask',
      'case_status',
      'get_document',
      'get_item',
      'list_documents',
      'list_items',
      'list_matters',
      'open_case',
      'screen_notice',
      'screen_task',
    ]);
    for (const { inputSchema, outputSchema, description = '' } of tools) {
      expect([inputSchema.type, outputSchema?.type]).toEqual(['object', 'object']);
      expect(description).toMatch(/[。）]$/u);
    }
    const changing = tools.filter(({ annotations }) => annotations?.readOnlyHint !== true);
    expect(changing.map(({ name }) => name)).toEqual(['open_case']);
    expect(tools.every(({ annotations }) => annotations?.destructiveHint === false)).toBe(true);
  });

  it('ask: the ruling with its citations, kept before it is given', async () => {
    const { data, text } = await call<Answer & { record: string }>('ask', {
      text: '社区能开无犯罪记录证明吗',
    });
    expect(data).toMatchObject({ verdict: 'must-not-certify', band: 'answer', further: [] });
    expect(data.citations.length).toBeGreaterThan(0);
    for (const { documentId, locator, summary } of data.citations) {
      expect(desk.kb.documentById.has(documentId)).toBe(true);
      expect(locator).not.toBe('');
      expect(summary).not.toBe('');
    }
    expect(text).toBe(data.text);
    expect(kept.get(data.record)).toMatchObject({ type: 'answer', question: { region: '重庆市' } });
  });

  it('screen_task: one task, with what to do', async () => {
    const { data } = await call('screen_task', { task: '作为拆除违法建设的责任主体' });
    expect(data).toMatchObject({ phrase: '作为拆除违法建设的责任主体', verdict: 'negative' });
    expect((data as { citations: unknown[] }).citations.length).toBeGreaterThan(0);
  });

  it('screen_notice: every task of a notice, and what was passed over', async () => {
    const text = [
      '关于做好近期工作的通知',
      '各社区居委会：',
      '一、请各社区协助做好人口普查入户登记。',
      '二、各社区要负责拆除辖区内违法建筑。',
      '某某街道办事处',
      '2026年11月20日',
    ].join('\n');
    const { data } = await call<Screening & { passedOver: object[]; record: string }>('screen_notice', {
      text,
    });
    expect(data.title).toBe('关于做好近期工作的通知');
    expect(data.tasks.map(({ phrase }) => phrase).join()).toMatch(/人口普查.*违法建筑/u);
    expect(kept.get(data.record)?.type).toBe('screening');
  });

  it('list and get: pages of lists, an item, a document', async () => {
    const filter = { kind: 'must-not-certify', document: 'mca-2020-20', limit: 2 };
    type Page = { items: { id: string }[]; total: number; next: string | null };
    const first = (await call<Page>('list_items', filter)).data;
    const second = (await call<Page>('list_items', { ...filter, after: first.next })).data;
    expect(first.items).toHaveLength(2);
    expect(second.items).toHaveLength(2);
    expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(4);
    const item = (await call<{ citation: { documentId: string } }>('get_item', { id: first.items[0]?.id }))
      .data;
    expect(item).toMatchObject({ kind: 'must-not-certify', citation: { documentId: 'mca-2020-20' } });
    const { data } = await call<{ lists: { items: string[] }[] }>('get_document', { id: 'mca-2020-20' });
    expect(data.lists.flatMap(({ items }) => items)).toContain(first.items[0]?.id);
    const documents = (await call<{ documents: object[]; total: number }>('list_documents', { limit: 100 }))
      .data;
    expect(documents.total).toBe(desk.kb.documents.length);
    const matters = (await call<{ matters: { name: string }[] }>('list_matters', { words: '居住证明' })).data;
    expect(matters.matters.every(({ name }) => name.includes('居住证明'))).toBe(true);
    expect(matters.matters.length).toBeGreaterThan(0);
  });

  it('status and open_case: by number and code; the same key registers once', async () => {
    expect((await call('admission_status', { number: '准入〔2026〕0001号', code: '0A1B2C3D' })).text).toBe(
      '已提交，等审核。',
    );
    const demand = { text: '路灯坏了', key: 'retry-0001' };
    expect((await call('open_case', demand)).data).toMatchObject({ code: 'AB2CD3' });
    await call('open_case', demand);
    expect([...registered]).toEqual([['mcp key 1 retry-0001', { text: '路灯坏了', place: null }]]);
    expect((await call('case_status', { number: '诉〔2026〕0001号', code: 'AB2CD3' })).text).toContain(
      '在办',
    );
  });

  it.each([
    ['get_item', { id: 'nobody-1' }, 'QD-ID'],
    ['ask', { text: '  ' }, 'QD-EMPTY'],
    ['ask', { text: '能开居住证明吗', region: '不存在省' }, 'QD-REGION'],
    ['admission_status', { number: '准入〔2026〕0001号', code: 'ffffffff' }, 'QD-ID'],
    ['list_items', { limit: 1000 }, 'limit'],
    ['screen_notice', { text: '长'.repeat(20_001) }, 'text'],
  ])('%s says what is wrong with %j', async (name, args, said) => {
    const { failed, text } = await call(name, args);
    expect([failed, text.includes(said)]).toEqual([true, true]);
    expect(faults).toEqual([]);
  });

  it('a fault of the program’s own is told to its log, not to the caller', async () => {
    const broken = {
      ...desk,
      task: () => {
        throw new Error('secret');
      },
    };
    const [here, there] = InMemoryTransport.createLinkedPair();
    const told: unknown[] = [];
    const caller = { region: undefined, visitor: 'v', userId: 'u' };
    await createMcpServer({ desk: broken, caller, onFault: (error) => told.push(error) }).connect(there);
    const other = new Client({ name: 'test', version: '1.0.0' });
    await other.connect(here);
    const result = await other.callTool({ name: 'screen_task', arguments: { task: '巡查' } });
    expect(JSON.stringify(result)).not.toContain('secret');
    expect([result.isError, told]).toEqual([true, [new Error('secret')]]);
    await other.close();
  });
});

describe('the resources', () => {
  it('are every document, item and provision, read by their address', async () => {
    const { resources } = await client.listResources();
    const { kb } = desk;
    expect(resources).toHaveLength(kb.documents.length + kb.itemById.size + kb.provisionById.size);
    const { contents } = await client.readResource({ uri: 'qingdan://documents/mca-2020-20' });
    const [content] = contents as { text: string; mimeType: string }[];
    expect(content?.mimeType).toBe('application/json');
    expect(JSON.parse(content?.text ?? '')).toMatchObject({ id: 'mca-2020-20', number: '民发〔2020〕20号' });
    await expect(client.readResource({ uri: 'qingdan://items/nobody-1' })).rejects.toThrow('QD-ID');
  });

  it('complete an id that is being typed', async () => {
    const ref = { type: 'ref/resource' as const, uri: 'qingdan://documents/{id}' };
    const { completion } = await client.complete({ ref, argument: { name: 'id', value: 'mca-20' } });
    expect(completion.values).toContain('mca-2020-20');
  });
});
