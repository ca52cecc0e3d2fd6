import { Command, type CommanderError } from 'commander';
import { QingdanError, shown } from '#errors.js';
import { packageVersion } from '#package-root.js';

const HELP_TITLES: Record<string, string> = {
  'Usage:': '用法：',
  'Options:': '选项：',
  'Commands:': '命令：',
  'Arguments:': '参数：',
};

/** Each command by its name, in the order of the help; its file is loaded when it is asked for. */
const COMMANDS: Record<string, () => Promise<(program: Command) => void>> = {
  ask: async () => (await import('./ask.js')).registerAsk,
  screen: async () => (await import('./screen.js')).registerScreen,
  charter: async () => (await import('./charter.js')).registerCharter,
  ocr: async () => (await import('./ocr.js')).registerOcr,
  chat: async () => (await import('./chat.js')).registerChat,
  case: async () => (await import('./case.js')).registerCase,
  remind: async () => (await import('./remind.js')).registerRemind,
  export: async () => (await import('./export.js')).registerExport,
  hook: async () => (await import('./hook.js')).registerHook,
  serve: async () => (await import('./serve.js')).registerServe,
  mcp: async () => (await import('./mcp.js')).registerMcp,
  eval: async () => (await import('./eval.js')).registerEval,
  kb: async () => (await import('./kb.js')).registerKb,
  register: async () => (await import('./register.js')).registerRegister,
  inspection: async () => (await import('./inspection.js')).registerInspection,
  lookback: async () => (await import('./lookback.js')).registerLookback,
  review: async () => (await import('./review.js')).registerReview,
  backup: async () => (await import('./backup.js')).registerBackup,
  audit: async () => (await import('./audit.js')).registerAudit,
  purge: async () => (await import('./purge.js')).registerPurge,
  share: async () => (await import('./share.js')).registerShare,
  'user-data': async () => (await import('./user-data.js')).registerUserData,
  user: async () => (await import('./user.js')).registerUser,
  admission: async () => (await import('./admission.js')).registerAdmission,
  key: async () => (await import('./key.js')).registerKey,
  config: async () => (await import('./config.js')).registerConfig,
  doctor: async () => (await import('./doctor.js')).registerDoctor,
};

/**
 * The command line for these words: the command that they name, or all where they name none (help, a wrong word).
 * Whatever one command needs and another doesn't isn't loaded for it. None runs until `parse`.
 */
export async function createProgram(argv: readonly string[]): Promise<Command> {
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
  const named = Object.hasOwn(COMMANDS, argv[0] ?? '') ? COMMANDS[argv[0] as string] : undefined;
  const wanted = named === undefined ? Object.values(COMMANDS) : [named];
  for (const register of await Promise.all(wanted.map((load) => load()))) register(program);
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
