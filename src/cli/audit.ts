import type { Command } from 'commander';
import { QingdanError, shown } from '#errors.js';
import { packageVersion } from '#package-root.js';
import { actionWords } from '#storage/audit-words.js';
import type { AuditHead, AuditRow } from '#storage/ports.js';
import { replay } from '#storage/replay.js';
import { table } from '#text/table.js';
import { registerAuditAnswers } from './audit-answers.js';
import { print, printJson } from './output.js';
import { withStorage } from './storage.js';
import { wholeNumber } from './whole-number.js';

/** `qingdan audit …`: the log of changes, and why an answer was what it was. */
export function registerAudit(program: Command): void {
  const audit = program.command('audit').description('查看和核验变更记录，重答以前的问题');
  audit
    .command('verify')
    .description('核验变更记录和答复：有没有被改过、删过、换过次序')
    .option('--head <序号:校验值>', '以前另外抄下的末行，核对它是否还在')
    .option('--json', '输出 JSON')
    .action(async (options: { head?: string; json?: true }) => {
      const witness = options.head === undefined ? undefined : headOf(options.head);
      const report = await withStorage(({ audit }) => audit.verify(witness));
      if (options.json) printJson(report);
      else {
        const { rows, head, findings } = report;
        print(`共 ${rows} 行，末行 ${head.seq}:${head.hash}`);
        print(findings.length === 0 ? '核验通过，没有发现改动。' : `发现 ${findings.length} 处问题：`);
        for (const { message } of findings) print(`  ${message}`);
      }
      if (report.findings.length > 0) {
        throw new QingdanError('QD-AUDIT', '变更记录核验不过，请保留现场，与最近的备份比对');
      }
    });
  audit
    .command('list')
    .description('列出变更记录')
    .option('--after <序号>', '从这一行之后开始', '0')
    .option('--latest', '只看最近的，新的在前')
    .option('--limit <行数>', '最多几行，不超过 1000', '50')
    .option('--json', '输出 JSON')
    .action(async (options: { after: string; latest?: true; limit: string; json?: true }) => {
      const [after, limit] = [wholeNumber('--after', options.after), wholeNumber('--limit', options.limit)];
      const rows = await withStorage(async ({ audit }) =>
        options.latest
          ? (await audit.newest(null, limit)).filter(({ seq }) => seq > after)
          : audit.list(after, limit),
      );
      if (options.json) printJson(rows);
      else print(rows.length === 0 ? '没有变更记录。' : table([HEADS, ...rows.map(cells)]));
    });
  registerAuditAnswers(audit);
  audit
    .command('replay')
    .description('用当时的清单重答以前的一个问题，看是否与当时一致')
    .argument('<答复编号>')
    .option('--json', '输出 JSON')
    .action(async (id: string, options: { json?: true }) => {
      const { openAssistant } = await import('#app/assistant.js');
      const result = await withStorage((storage) =>
        replay(storage, id, (folder, today) => openAssistant({ folder, today })),
      );
      const { question, edition, answer, same } = result;
      if (options.json) printJson(result);
      else {
        print(`${question.at} 问：${question.text}`);
        print(
          `当时的清单版本 ${edition.catalogueVersion}，程序 ${edition.program}。重答如下：\n\n${answer.text}\n`,
        );
        print(same ? '与当时的答复完全一致。' : '与当时的答复不同。');
      }
      if (same) return;
      const reason =
        edition.program === packageVersion()
          ? '请先运行 qingdan audit verify'
          : `请用 ${edition.program} 版程序重答`;
      throw new QingdanError('QD-AUDIT', `重答与当时不同，${reason}`);
    });
}

const HEADS = ['序号', '时间（北京）', '谁', '做了什么', '对象', '详情'];
/** China is eight hours ahead of UTC all year. */
const CHINA_MS = 8 * 3600_000;

function cells({ seq, at, actor, action, subject, detail }: AuditRow): string[] {
  const time = new Date(Date.parse(at) + CHINA_MS).toISOString().slice(0, 19).replace('T', ' ');
  return [String(seq), time, actor, actionWords(action), subject, JSON.stringify(detail)];
}

function headOf(text: string): AuditHead {
  const [, seq, hash] = /^(\d{1,9})[:：]([0-9a-f]{64})$/.exec(text.trim()) ?? [];
  if (seq !== undefined && hash !== undefined) return { seq: Number(seq), hash };
  throw new QingdanError('QD-INPUT', `末行「${shown(text)}」写法不对，请照 qingdan audit verify 打印的写`);
}
