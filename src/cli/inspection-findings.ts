import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import type { Command } from 'commander';
import { QingdanError, shown } from '#errors.js';
import { FINDING_STATE_WORDS, type Finding, type FindingEvent } from '#inspection/finding.js';
import { LARGEST_PHOTO } from '#inspection/photo.js';
import { print, printJson } from './output.js';
import {
  AS,
  atDesk,
  type DeskOptions,
  type OpenDesk,
  REGION,
  registerAct,
  writeOut,
} from './register-desk.js';
import { dayOption } from './register-list.js';

interface VisitOptions extends DeskOptions {
  day?: string;
  by?: string;
  secret?: true;
  place: string;
  finding: string;
  question?: string;
  due: string;
  photo?: string[];
  json?: true;
}

const collect = (value: string, values: string[] = []): string[] => [...values, value];

/** `qingdan inspection visit|rectify|recheck|more-time|photo`: what was found, until it is put right. */
export function registerInspectionFindings(inspection: Command): void {
  registerVisit(inspection);
  const one = (name: string, description: string) =>
    inspection
      .command(name)
      .description(description)
      .argument('<问题编号>', '如 inspection-500108-2026-1/3')
      .option(...AS);
  one('rectify', '报整改：做了什么，附上证明')
    .requiredOption('--text <情况>', '做了什么')
    .option('--proof <文件>', '照片（JPG、PNG）或 PDF，可写多次', collect)
    .action((id: string, options: DeskOptions & { text: string; proof?: string[] }) =>
      changeFinding(id, options, async (desk, finding) => ({
        type: 'rectify',
        text: options.text,
        proofs: await keepPhotos(desk, finding.campaign, finding.region, options.proof ?? []),
      })),
    );
  one('recheck', '复查：改好了就销号，没有改好的另定期限')
    .option('--done', '改好了')
    .option('--due <日期>', '没有改好：新的期限')
    .option('--note <说明>', '看到的情况', '')
    .action((id: string, options: DeskOptions & { done?: true; due?: string; note: string }) => {
      const due = dayOption('--due', options.due);
      if ((options.done === true) === (due !== undefined)) {
        throw new QingdanError('QD-USAGE', '改好了写 --done；没有改好写 --due 新的期限');
      }
      const { note } = options;
      return changeFinding(id, options, async () =>
        due === undefined
          ? { type: 'recheck', done: true, note }
          : { type: 'recheck', done: false, note, due },
      );
    });
  one('more-time', '延长整改期限')
    .requiredOption('--due <日期>', '新的期限')
    .action((id: string, options: DeskOptions & { due: string }) =>
      changeFinding(id, options, async () => ({
        type: 'extend',
        due: dayOption('--due', options.due) ?? '',
      })),
    );
  inspection
    .command('photo')
    .description('取出一张照片或证明')
    .argument('<照片编号>', 'show --json 里的 photos、proofs')
    .argument('<文件>', '要写的文件')
    .option(...AS)
    .action(async (hash: string, file: string, options: DeskOptions) => {
      const { media, bytes } = await atDesk(options, ({ storage, actor }) =>
        storage.inspections.photo(actor, hash),
      );
      writeOut(file, bytes);
      print(`${media} 已写入 ${file}`);
    });
}

function registerVisit(inspection: Command): void {
  inspection
    .command('visit')
    .description('记下明察暗访发现的一个问题')
    .argument('<编号>', '督察的编号')
    .requiredOption('--finding <问题>', '发现了什么')
    .requiredOption('--due <日期>', '哪天以前改好')
    .option('--place <社区>', '社区（村）的名称', '')
    .option('--day <日期>', '哪天去的；不写为今天')
    .option('--by <人员>', '谁去的；不写为记录的人')
    .option('--secret', '暗访；不写为明察')
    .option('--question <题号>', '自查表里的哪一题')
    .option('--photo <文件>', '照片（JPG、PNG）或 PDF，可写多次', collect)
    .option(...AS)
    .option(...REGION)
    .option('--json', '输出 JSON')
    .action(async (id: string, options: VisitOptions) => {
      const found = await atDesk(options, async (desk) => {
        const { storage, actor, region } = desk;
        const act = registerAct('命令行');
        const photos = await keepPhotos(desk, id, region, options.photo ?? []);
        const due = dayOption('--due', options.due) ?? '';
        const visit = {
          region,
          place: options.place,
          day: dayOption('--day', options.day) ?? act.day,
          by: options.by ?? actor.name,
          announced: options.secret !== true,
          findings: [{ text: options.finding, question: options.question ?? null, photos, due }],
        };
        return storage.inspections.visit(actor, id, visit, act);
      });
      if (options.json) printJson(found);
      else for (const { id: finding, due } of found) print(`已记下问题 ${finding}，${due} 以前整改。`);
    });
}

async function changeFinding(
  id: string,
  options: DeskOptions,
  eventFor: (desk: OpenDesk, finding: Finding) => Promise<FindingEvent>,
): Promise<void> {
  const changed = await atDesk(options, async (desk) => {
    const { storage, actor } = desk;
    const { findings } = await storage.inspections.read(actor, id.split('/')[0] ?? '');
    const finding = findings.find((one) => one.id === id);
    if (finding === undefined)
      throw new QingdanError('QD-ID', `没有问题「${shown(id)}」，请用 qingdan inspection show 查看`);
    return storage.inspections.changeFinding(actor, id, await eventFor(desk, finding), registerAct('命令行'));
  });
  print(
    `${changed.id}：${FINDING_STATE_WORDS[changed.state]}${changed.state === 'open' ? `，期限 ${changed.due}` : ''}`,
  );
}

async function keepPhotos(
  { storage, actor }: OpenDesk,
  campaign: string,
  region: string,
  files: readonly string[],
): Promise<string[]> {
  const hashes: string[] = [];
  for (const file of files) {
    const photo = { name: basename(file), bytes: readPhoto(file) };
    hashes.push(await storage.inspections.keepPhoto(actor, campaign, region, photo));
  }
  return hashes;
}

/** The bytes of a file that isn't larger than a photo may be. @throws QingdanError QD-FILE, QD-FILE-SIZE */
function readPhoto(file: string): Uint8Array {
  try {
    if (statSync(file).size <= LARGEST_PHOTO) return readFileSync(file);
  } catch (cause) {
    throw new QingdanError('QD-FILE', `读不了文件「${shown(file)}」，请检查路径和权限`, { cause });
  }
  throw new QingdanError(
    'QD-FILE-SIZE',
    `「${shown(file)}」超过 ${LARGEST_PHOTO / 1_000_000} MB，请压缩后再传`,
  );
}
