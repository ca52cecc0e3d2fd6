import type { Command } from 'commander';
import {
  applicationForm,
  decisionForm,
  FORM_KINDS,
  type Form,
  type FormKind,
  opinionForm,
} from '#admission/forms.js';
import { registerSheet, yearSheet } from '#admission/tables.js';
import { chinaToday } from '#app/assistant.js';
import { readProcesses } from '#app/processes.js';
import { findRegion } from '#catalogue/find-region.js';
import { withFixedDates } from '#documents/repack.js';
import { writeWorkbook } from '#documents/write.js';
import { writeDocx } from '#documents/write-docx.js';
import { QingdanError, shown } from '#errors.js';
import { writeAtomically } from '#importing/atomic-file.js';
import { AS_OPTION } from './actor.js';
import { allAdmissions, atCounter } from './admission-counter.js';
import { refuseExisting } from './kb-export.js';
import { currentKnowledge } from './knowledge.js';
import { print } from './output.js';
import { wholeNumber } from './whole-number.js';

const BLANK_FORM: FormKind = '申请表';

/** `qingdan admission form|register|catalogue`: the papers of the procedure as .docx and .xlsx. */
export function registerAdmissionForms(admission: Command): void {
  registerForm(admission);
  registerTable(admission, 'register', '登记簿', '登记簿：所有申请，一行一件（.xlsx）');
  registerTable(admission, 'catalogue', '年度目录', '年度目录：一年里实施过的准入事项（.xlsx）');
}

interface FormOptions {
  kind: string;
  region?: string;
  out?: string;
  force?: true;
  as?: string;
}

function registerForm(admission: Command): void {
  admission
    .command('form')
    .description('申请表、审核意见、决定书（.docx）；不写编号时是空白申请表')
    .argument('[编号]')
    .option('--kind <种类>', `种类：${FORM_KINDS.join('、')}`, BLANK_FORM)
    .option('--region <地区>', '空白申请表是哪个地区的')
    .option('--out <文件>', '写到哪个文件')
    .option('--force', '文件已有时覆盖')
    .option(...AS_OPTION)
    .action(async (number: string | undefined, options: FormOptions) => {
      const kind = kindOf(options.kind);
      const form =
        number === undefined ? await blankForm(kind, options.region) : await formOf(number, kind, options.as);
      const out = options.out ?? `${form.title}.docx`;
      refuseExisting(out, options.force ?? false);
      writeAtomically(out, await writeDocx(form.title, form.blocks, chinaToday()));
      print(`已写好${form.title} → ${out}`);
    });
}

function kindOf(text: string): FormKind {
  const kind = FORM_KINDS.find((known) => known === text);
  if (kind !== undefined) return kind;
  throw new QingdanError('QD-INPUT', `没有「${shown(text)}」这种表，可用 ${FORM_KINDS.join('、')}`);
}

/** To be filled in by hand and handed in with `admission new --file`. */
async function blankForm(kind: FormKind, regionName: string | undefined): Promise<Form> {
  if (kind !== BLANK_FORM) throw new QingdanError('QD-USAGE', `${kind}要写明是哪一件，请写编号`);
  const kb = await currentKnowledge();
  const region = regionName === undefined ? undefined : findRegion(kb.regions, regionName);
  return applicationForm(readProcesses(kb).of(region), { regionName: region?.name ?? '', application: {} });
}

function formOf(number: string, kind: FormKind, as: string | undefined): Promise<Form> {
  return atCounter(as, async ({ actor, admissions, desk }) => {
    const found = await admissions.find(actor, number);
    const process = desk.processOf(found);
    switch (kind) {
      case '申请表':
        return applicationForm(process, found);
      case '审核意见':
        return opinionForm(process, found);
      case '决定书':
        return decisionForm(process, found);
    }
  });
}

interface TableOptions {
  region?: string;
  year?: string;
  out?: string;
  force?: true;
  as?: string;
}

function registerTable(admission: Command, command: string, name: string, description: string): void {
  admission
    .command(command)
    .description(description)
    .option('--region <地区>', '默认所有可以查看的')
    .option('--year <年>', '默认今年')
    .option('--out <文件>', '写到哪个文件')
    .option('--force', '文件已有时覆盖')
    .option(...AS_OPTION)
    .action(async (options: TableOptions) => {
      const { sheet, year } = await atCounter(options.as, async (counter) => {
        const { kb, today } = counter;
        const chosen =
          options.year === undefined ? Number(today.slice(0, 4)) : wholeNumber('--year', options.year);
        const region = options.region === undefined ? undefined : findRegion(kb.regions, options.region).code;
        const found = (await allAdmissions(counter, { region })).reverse();
        return {
          year: chosen,
          sheet:
            command === 'register'
              ? registerSheet(ofYear(found, chosen), today)
              : yearSheet(found, chosen, today),
        };
      });
      const out = options.out ?? `${year}年准入${name}.xlsx`;
      if (!out.toLowerCase().endsWith('.xlsx')) {
        throw new QingdanError('QD-INPUT', `${name}只写成 .xlsx，请把 --out 的文件名改成 .xlsx 结尾`);
      }
      refuseExisting(out, options.force ?? false);
      writeAtomically(out, withFixedDates(await writeWorkbook([sheet]), chinaToday()));
      print(`已写好${name}：${sheet.rows.length - 1} 件 → ${out}`);
    });
}

/** Applications whose number is of a year. */
function ofYear<A extends { id: string }>(admissions: readonly A[], year: number): A[] {
  return admissions.filter(({ id }) => id.split('-')[1] === String(year));
}
