import { Command, type CommanderError } from 'commander';
import { QingdanError, shown } from '#errors.js';
import { packageVersion } from '#package-root.js';
import { registerAdmission } from './admission.js';
import { registerAsk } from './ask.js';
import { registerAudit } from './audit.js';
import { registerBackup } from './backup.js';
import { registerCase } from './case.js';
import { registerCharter } from './charter.js';
import { registerChat } from './chat.js';
import { registerDoctor } from './doctor.js';
import { registerEval } from './eval.js';
import { registerExport } from './export.js';
import { registerHook } from './hook.js';
import { registerInspection } from './inspection.js';
import { registerKb } from './kb.js';
import { registerKey } from './key.js';
import { registerLookback } from './lookback.js';
import { registerOcr } from './ocr.js';
import { registerPurge } from './purge.js';
import { registerRegister } from './register.js';
import { registerReview } from './review.js';
import { registerScreen } from './screen.js';
import { registerServe } from './serve.js';
import { registerUser } from './user.js';
import { registerUserData } from './user-data.js';

const HELP_TITLES: Record<string, string> = {
  'Usage:': '用法：',
  'Options:': '选项：',
  'Commands:': '命令：',
  'Arguments:': '参数：',
};

/** The whole command line. Every command is registered here; none runs until `parse`. */
export function createProgram(): Command {
  const program = new Command('qingdan')
    .description('清单助手：一件事、一张证明，归不归社区（居委会/村委会）')
    .version(packageVersion(), '-V, --version', '显示版本')
    .usage('<命令> [选项]')
    .helpOption('-h, --help', '显示帮助')
    .helpCommand('help [命令]', '显示一个命令的帮助')
    .configureHelp({ styleTitle: (title) => HELP_TITLES[title] ?? title })
    // Commander's own English messages are replaced by the one Chinese line of `usageError`.
    .configureOutput({ writeErr: () => undefined })
    .exitOverride();
  registerAsk(program);
  registerScreen(program);
  registerCharter(program);
  registerOcr(program);
  registerChat(program);
  registerCase(program);
  registerExport(program);
  registerHook(program);
  registerServe(program);
  registerEval(program);
  registerKb(program);
  registerRegister(program);
  registerInspection(program);
  registerLookback(program);
  registerReview(program);
  registerBackup(program);
  registerAudit(program);
  registerPurge(program);
  registerUserData(program);
  registerUser(program);
  registerAdmission(program);
  registerKey(program);
  registerDoctor(program);
  return program;
}

/** The error a user sees for what Commander refused; null where it only ended after showing help or the version. */
export function usageError(error: CommanderError): QingdanError | null {
  if (error.exitCode === 0) return null;
  const [, what = ''] = /'([^']*)'/.exec(error.message) ?? [];
  const message = USAGE_MESSAGES[error.code]?.(shown(what)) ?? `命令写法不对：${shown(error.message)}`;
  return new QingdanError('QD-USAGE', `${message}，用 qingdan --help 查看用法`, { cause: error });
}

const USAGE_MESSAGES: Record<string, (what: string) => string> = {
  'commander.unknownCommand': (what) => `没有「${what}」这个命令`,
  'commander.unknownOption': (what) => `没有「${what}」这个选项`,
  'commander.optionMissingArgument': (what) => `选项「${what}」后面缺一个值`,
  'commander.missingMandatoryOptionValue': (what) => `缺少选项「${what}」`,
  'commander.missingArgument': (what) => `缺少参数「${what}」`,
  'commander.excessArguments': () => '参数太多（问题里有空格时请加引号）',
  'commander.invalidArgument': (what) => `「${what}」的值不对`,
  // A command that only groups others shows its help and asks for one of them.
  'commander.help': () => '缺少命令',
};
