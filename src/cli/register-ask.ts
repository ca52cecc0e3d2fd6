import type { Command } from 'commander';
import { citationLine } from '#answer/index.js';
import { createRegisterDesk } from '#app/register-desk.js';
import { registerReply, taskBehind } from '#conversation/register-reply.js';
import type { RegisterKind } from '#registers/kind.js';
import { regionOfCode } from '#registers/places.js';
import { currentAssistant } from './knowledge.js';
import { print, printJson } from './output.js';
import { AS, atDesk, chinaDay, type DeskOptions, REGION } from './register-desk.js';
import { commandAct } from './storage.js';

/** `qingdan register KIND ask 名称`: what a conversation says to 「这张表能不填吗」, for a script. */
export function registerRegisterAsk(command: Command, kind: RegisterKind): void {
  if (kind.asked === null) return;
  command
    .command('ask')
    .description('要不要做：登记里谁要的、凭什么、批准没有，清单和当地的规定怎么说')
    .argument('<名称>', '如 燃气安全排查统计表')
    .option(...AS)
    .option(...REGION)
    .option('--json', '输出 JSON')
    .action(async (name: string, options: DeskOptions & { json?: true }) => {
      const assistant = await currentAssistant();
      const { kb } = assistant;
      const { at } = commandAct();
      const { found, region } = await atDesk(options, async (desk) => {
        const registers = createRegisterDesk({ storage: desk.storage, kb: () => kb, now: () => at });
        const named = regionOfCode(kb.regions, desk.region)?.name ?? null;
        return { found: await registers.ask(kind.id, name.trim(), named, chinaDay(at)), region: named };
      });
      const task = taskBehind(kind.id, name.trim(), (text) =>
        assistant.decide({ text, as: 'task', ...(region === null ? {} : { region }) }),
      );
      const { text, citations } = registerReply(found, task);
      if (options.json) printJson({ lines: found.lines, verdict: task?.verdict ?? null, citations });
      else print([text, ...citations.map((one, i) => `〔${i + 1}〕${citationLine(one)}`)].join('\n'));
    });
}
