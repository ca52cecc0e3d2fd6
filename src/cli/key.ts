import { randomBytes } from 'node:crypto';
import type { Command } from 'commander';
import { QingdanError, shown } from '#errors.js';
import { API_SCOPES, type ApiKey, type ApiScope } from '#storage/key-port.js';
import { table } from '#text/table.js';
import { print, printJson } from './output.js';
import { commandAct, withStorage } from './storage.js';
import { wholeNumber } from './whole-number.js';

interface AddOptions {
  region?: string;
  scope: string;
  perMinute: string;
}

/** Requests a minute of a key, where none are said: what one address may do. */
const USUAL_RATE = '300';
const SCOPE_WORDS: Record<ApiScope, string> = {
  messages: '对话',
  answers: '提问',
  screenings: '研判',
  mcp: 'MCP',
  lists: '清单',
};

/** `qingdan key add|list|revoke`: keys of programs that call the HTTP API. */
export function registerKey(program: Command): void {
  const key = program.command('key').description('发放、查看、停用 HTTP 接口的密钥');
  key
    .command('add')
    .description('发放一个密钥；密钥只显示这一次，请交给用它的程序')
    .argument('<名称>', '给谁用，如 区政务热线')
    .option('--region <地区>', '请求里没写地区时按哪个地区答')
    .option('--scope <用途>', `用途，逗号分开：${API_SCOPES.join('、')}`, API_SCOPES.join(','))
    .option('--per-minute <次数>', '每分钟最多几次请求', USUAL_RATE)
    .action(async (name: string, options: AddOptions) => {
      const perMinute = wholeNumber('--per-minute', options.perMinute);
      const scopes = scopesOf(options.scope);
      const region = options.region === undefined ? null : await regionNamed(options.region);
      const id = randomBytes(4).toString('hex');
      const secret = randomBytes(32).toString('base64url');
      const entry = { id, secret, name: nameOf(name), region, scopes, perMinute };
      const token = await withStorage(({ keys }) => keys.add(entry, commandAct()), { make: true });
      print(`已发放密钥 ${id}（${entry.name}）。密钥只显示这一次，请妥善保存：`);
      print(token);
    });
  key
    .command('list')
    .description('列出密钥（不含密钥本身）')
    .option('--json', '输出 JSON')
    .action(async (options: { json?: true }) => {
      const keys = await withStorage(({ keys }) => keys.list());
      if (options.json) printJson(keys);
      else print(keys.length === 0 ? '还没有发放密钥。' : table([HEADER, ...keys.map(cells)]));
    });
  key
    .command('revoke')
    .description('停用一个密钥，立即生效，不能恢复')
    .argument('<编号>')
    .action(async (id: string) => {
      await withStorage(({ keys }) => keys.revoke(id, commandAct()));
      print(`已停用密钥 ${shown(id)}。`);
    });
}

const HEADER = ['编号', '名称', '地区', '用途', '每分钟', '发放', '状态'];

function cells({ id, name, region, scopes, perMinute, createdAt, revokedAt }: ApiKey): string[] {
  return [
    id,
    name,
    region ?? '不限',
    scopes.map((scope) => SCOPE_WORDS[scope]).join('、'),
    String(perMinute),
    createdAt.slice(0, 10),
    revokedAt === null ? '在用' : `${revokedAt.slice(0, 10)} 停用`,
  ];
}

/** @throws QingdanError QD-INPUT */
function scopesOf(text: string): ApiScope[] {
  return text.split(/[,，、]/u).map((word) => {
    const scope = API_SCOPES.find((known) => known === word.trim());
    if (scope !== undefined) return scope;
    throw new QingdanError('QD-INPUT', `用途「${shown(word)}」不认识，只有 ${API_SCOPES.join('、')}`);
  });
}

/** @throws QingdanError QD-INPUT */
function nameOf(text: string): string {
  const name = shown(text);
  if (name !== '') return name;
  throw new QingdanError('QD-INPUT', '请写密钥给谁用，如 区政务热线');
}

/** The full name. @throws QingdanError QD-REGION */
async function regionNamed(text: string): Promise<string> {
  const [{ currentKnowledge }, { findRegion }] = await Promise.all([
    import('./knowledge.js'),
    import('#catalogue/find-region.js'),
  ]);
  return findRegion((await currentKnowledge()).regions, text).name;
}
