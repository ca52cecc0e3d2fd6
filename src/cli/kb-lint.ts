import type { Command } from 'commander';
import { lintProcesses } from '#admission/lint.js';
import { readKnowledgeFiles } from '#app/files.js';
import { readMatterFiles } from '#app/matters.js';
import { readProcessFiles } from '#app/processes.js';
import type { Finding } from '#catalogue/lint/finding.js';
import { lintKnowledge } from '#catalogue/lint/lint.js';
import { type KnowledgeFiles, loadKnowledge } from '#catalogue/load.js';
import { QingdanError } from '#errors.js';
import { print, printJson } from './output.js';

const SEVERITY_WORDS = { error: '错误', warning: '提醒', gap: '缺口' } as const;

/** `qingdan kb lint`: exit 1 when there are errors; warnings and gaps alone leave it 0; exit 2 for what isn't YAML. */
export function registerKbLint(kb: Command): void {
  kb.command('lint')
    .description('检查知识库：格式、引用、重复、相互矛盾、缺出处、缺项、缺别名、事项库和问法')
    .argument('[文件夹]', '知识库文件夹，默认用随程序安装的一份')
    .option('--json', '输出 JSON')
    .action((folder: string | undefined, options: { json?: true }) => {
      const files = readKnowledgeFiles(folder);
      const findings = lintKnowledge(files, readMatterFiles(folder));
      findings.push(...processFindings(files, findings, folder));
      const counts = countBySeverity(findings);
      if (options.json) printJson({ ...counts, findings });
      else print(lines(findings, counts).join('\n'));
      if (counts.errors > 0) process.exitCode = 1;
      // What isn't YAML at all is bad input, as it is to every other command; the other files were still checked.
      const unreadable = findings.find((finding) => finding.code === 'KB-YAML');
      if (unreadable !== undefined) throw new QingdanError('QD-YAML', unreadable.message);
    });
}

/** What is wrong with the admission procedures; they name rows, so documents with errors come first. */
function processFindings(files: KnowledgeFiles, findings: readonly Finding[], folder?: string): Finding[] {
  const processes = readProcessFiles(folder);
  const broken = findings.some(({ severity }) => severity === 'error');
  return processes.length === 0 || broken ? [] : lintProcesses(processes, loadKnowledge(files));
}

interface Counts {
  errors: number;
  warnings: number;
  gaps: number;
}

function countBySeverity(findings: readonly Finding[]): Counts {
  const count = (severity: Finding['severity']): number =>
    findings.filter((finding) => finding.severity === severity).length;
  return { errors: count('error'), warnings: count('warning'), gaps: count('gap') };
}

function lines(findings: readonly Finding[], counts: Counts): string[] {
  return [
    ...findings.map(
      ({ severity, code, where, message }) => `${SEVERITY_WORDS[severity]} ${code} ${where}：${message}`,
    ),
    `共 ${counts.errors} 个错误、${counts.warnings} 个提醒、${counts.gaps} 个缺口`,
  ];
}
