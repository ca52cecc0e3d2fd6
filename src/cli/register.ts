import type { Command } from 'commander';
import type { RegisterKind } from '#registers/kind.js';
import { REGISTERS } from '#registers/kinds/index.js';
import { registerRegisterAdd } from './register-add.js';
import { registerRegisterAsk } from './register-ask.js';
import { registerRegisterDecisions } from './register-decide.js';
import { registerRegisterFiles } from './register-files.js';
import { registerRegisterList } from './register-list.js';
import { registerRegisterFields, registerRegisterPlan, registerRegisterTakeover } from './register-more.js';
import { registerRegisterSummary } from './register-summary.js';

/** `qingdan register KIND …`: seals, forms, boards, meetings, assessments… each with the same commands. */
export function registerRegister(program: Command): void {
  const register = program
    .command('register')
    .description('登记：用章、报表、牌子、应用、会议、考核评比、社会组织等');
  for (const kind of Object.values<RegisterKind>(REGISTERS)) {
    const command = register.command(kind.id).alias(kind.name).description(`${kind.name}：${kind.is}`);
    registerRegisterAdd(command, kind);
    registerRegisterList(command, kind);
    registerRegisterAsk(command, kind);
    registerRegisterFiles(command, kind);
    registerRegisterDecisions(command, kind);
    registerRegisterSummary(command, kind);
    if (kind.id === 'fields') registerRegisterFields(command);
    if (kind.id === 'plans') registerRegisterPlan(command);
    if (kind.id === 'organisations') registerRegisterTakeover(command);
  }
}
