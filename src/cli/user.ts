import { randomBytes, randomUUID } from 'node:crypto';
import type { Command } from 'commander';
import { ROLES, type Role } from '#access/roles.js';
import { ROLE_NAMES } from '#access/words.js';
import { QingdanError, shown } from '#errors.js';
import { table } from '#text/table.js';
import { AS_OPTION, actOf, commandActor } from './actor.js';
import { currentKnowledge } from './knowledge.js';
import { print, printJson } from './output.js';
import { readPassword } from './password-input.js';
import { regionCode } from './region-code.js';
import { withStorage } from './storage.js';
import { wholeNumber } from './whole-number.js';

interface AddOptions {
  role: string;
  region: string;
  department?: string;
  password?: true;
  as?: string;
}

/** `qingdan user …`: who may do what in this store. */
export function registerUser(program: Command): void {
  const user = program.command('user').description('管理用户：谁、什么角色、哪个地区');
  registerAdd(user);
  registerList(user);
  registerSwitch(user, 'disable', '停用用户；正在用的登录和密钥马上失效', true);
  registerSwitch(user, 'enable', '重新启用用户', false);
  registerPassword(user);
  registerKey(user);
}

function registerAdd(user: Command): void {
  user
    .command('add')
    .description('建用户')
    .argument('<名字>', '登录名，如 小王')
    .requiredOption(
      '--role <角色>',
      `角色：${ROLES.map((role) => `${role}（${ROLE_NAMES[role]}）`).join('、')}`,
    )
    .requiredOption('--region <地区>', '地区的名称或代码；街道九位、社区十二位代码')
    .option('--department <部门>', '区县部门的用户是哪个部门')
    .option('--password', '同时设密码（从标准输入的第一行读）')
    .option(...AS_OPTION)
    .action(async (name: string, { role, region, department, password, as }: AddOptions) => {
      const code = regionCode((await currentKnowledge()).regions, region);
      const { hashPassword } = await import('#storage/password.js');
      const passwordHash = password ? await hashPassword(await readPassword()) : null;
      await withStorage(
        async (storage) => {
          const actor = await commandActor(storage, as);
          // From here on every command names a user, so the first has to be one who can add the others.
          if (!(await storage.accounts.any()) && role !== 'admin') {
            throw new QingdanError('QD-INPUT', '第一个用户请建管理员（--role admin），其他用户由管理员建');
          }
          const account = {
            id: randomUUID(),
            name,
            role: roleOf(role),
            region: code,
            department,
            passwordHash,
          };
          await storage.accounts.add(actor, account, actOf(actor));
        },
        { make: true },
      );
      print(
        `已建用户「${name}」：${ROLE_NAMES[roleOf(role)]}，地区 ${code}${department ? `，${department}` : ''}`,
      );
    });
}

function roleOf(role: string): Role {
  const known = ROLES.find((one) => one === role || ROLE_NAMES[one] === role);
  if (known !== undefined) return known;
  throw new QingdanError('QD-INPUT', `角色「${shown(role)}」不认识，请用 ${ROLES.join('、')} 之一`);
}

function registerList(user: Command): void {
  user
    .command('list')
    .description('列出用户')
    .option('--json', '输出 JSON')
    .option(...AS_OPTION)
    .action(async ({ json, as }: { json?: true; as?: string }) => {
      const accounts = await withStorage(async (storage) =>
        storage.accounts.list(await commandActor(storage, as)),
      );
      if (json) return printJson(accounts);
      const rows = accounts.map(({ name, role, region, department, disabledAt }) => [
        name,
        ROLE_NAMES[role],
        region,
        department ?? '',
        disabledAt === null ? '在用' : '已停用',
      ]);
      print(
        rows.length === 0 ? '没有可以查看的用户' : table([['名字', '角色', '地区', '部门', '状态'], ...rows]),
      );
    });
}

function registerSwitch(user: Command, command: string, what: string, disabled: boolean): void {
  user
    .command(command)
    .description(what)
    .argument('<名字>')
    .option(...AS_OPTION)
    .action(async (name: string, { as }: { as?: string }) => {
      await withStorage(async (storage) => {
        const actor = await commandActor(storage, as);
        await storage.accounts.change(actor, name, { disabled }, actOf(actor));
      });
      print(`「${name}」${disabled ? '已停用' : '已启用'}`);
    });
}

function registerPassword(user: Command): void {
  user
    .command('password')
    .description('设密码（从标准输入的第一行读）；旧的登录和密钥马上失效')
    .argument('<名字>')
    .option(...AS_OPTION)
    .action(async (name: string, { as }: { as?: string }) => {
      const { hashPassword } = await import('#storage/password.js');
      const passwordHash = await hashPassword(await readPassword());
      await withStorage(async (storage) => {
        const actor = await commandActor(storage, as);
        await storage.accounts.change(actor, name, { passwordHash }, actOf(actor));
      });
      print(`「${name}」的密码已更新`);
    });
}

/** 32 random bytes: nobody guesses them. */
const secret = () => randomBytes(32).toString('base64url');

function registerKey(user: Command): void {
  user
    .command('key')
    .description('给程序用的密钥，只显示这一次')
    .argument('<名字>')
    .requiredOption('--label <用途>', '密钥用在哪里，如 一表通对接')
    .option('--days <天数>', '有效天数，最多 366', '90')
    .option(...AS_OPTION)
    .action(async (name: string, { label, days, as }: { label: string; days: string; as?: string }) => {
      const pass = await withStorage(async (storage) => {
        const actor = await commandActor(storage, as);
        return storage.logins.key(
          actor,
          { name, label, days: wholeNumber('--days', days), secret: secret() },
          actOf(actor),
        );
      });
      print(`${pass.token}\n有效到 ${pass.expiresAt.slice(0, 10)}，请妥善保管，不会再显示`);
    });
}
