import type { Command } from 'commander';
import { readTextFile } from '#app/files.js';
import { idOfMatter } from '#app/review-matters.js';
import { officeMatterSchema } from '#catalogue/matters/additions.js';
import type { MatterSort } from '#catalogue/matters/schema.js';
import { QingdanError, shown } from '#errors.js';
import type { Aim } from '#review/index.js';
import { readYaml } from '#text/yaml.js';
import { AS_OPTION } from './actor.js';
import { print, printJson } from './output.js';
import { atReview } from './review-desk.js';
import { SORT_WORDS } from './words.js';

interface Options {
  matter?: string;
  name?: string;
  sort?: string;
  is?: string;
  id?: string;
  matterFile?: string;
  only?: string;
  wording: string[];
  note?: string;
  json?: true;
  as?: string;
}

const collect = (value: string, values: string[] = []): string[] => [...values, value];

/** `qingdan review propose GROUP`: its questions as wordings of a matter, or as a new matter. */
export function registerReviewPropose(review: Command): void {
  review
    .command('propose')
    .description('提案：把一组问题当作一个事项的问法，或提一个本单位的新事项')
    .argument('[组]', '未答问题的一组；不写时用 --wording 写问法')
    .option('--matter <编号>', '归到哪个事项：事项编号，或清单条目编号')
    .option('--name <名称>', '新事项的名称')
    .option('--sort <类别>', '新事项的类别：证明、职责、规定')
    .option('--is <一句话>', '新事项是什么')
    .option('--id <编号>', '新事项的编号，以 office- 开头；不写自动编')
    .option('--matter-file <文件>', '新事项写在 YAML 文件里（诉求要写明三事分流和依据）')
    .option('--only <序号>', '只用组里的这几个问题，如 1,3（review show 里的序号）')
    .option('--wording <问法>', '改用这句问法，可写多次', collect)
    .option('--note <说明>', '给接受的人看的说明')
    .option('--json', '输出 JSON')
    .option(...AS_OPTION)
    .action(async (group: string | undefined, given: Partial<Options>) => {
      const options: Options = { wording: [], ...given };
      const aim = aimOf(options);
      const proposal = await atReview(options.as, async ({ desk, actor }) => {
        const questions =
          group === undefined || options.only === undefined
            ? undefined
            : picked((await desk.group(actor, group)).group.questions, options.only);
        const wordings = options.wording.length === 0 ? undefined : options.wording;
        return desk.propose(actor, { aim, group, questions, wordings, note: options.note });
      });
      if (options.json) printJson(proposal);
      else {
        print(`已提案 ${proposal.id}，问法 ${proposal.wordings.length} 句，等另一个人接受。`);
        print(`先看接受以后哪些回答会变：qingdan review run ${proposal.id}`);
      }
    });
}

function aimOf({ matter, name, sort, is, id, matterFile }: Options): Aim {
  const isNew = name !== undefined || matterFile !== undefined;
  if ((matter === undefined) === !isNew) {
    throw new QingdanError(
      'QD-USAGE',
      '请写 --matter 事项编号（归到已有的事项），或 --name、--sort、--is（提一个新事项）',
    );
  }
  if (matter !== undefined) return { type: 'wordings', matter };
  if (matterFile !== undefined) {
    return { type: 'matter', matter: readYaml(readTextFile(matterFile), officeMatterSchema) };
  }
  if (name === undefined || sort === undefined || is === undefined) {
    throw new QingdanError('QD-USAGE', '新事项要写全 --name 名称、--sort 类别、--is 是什么');
  }
  const known = sortNamed(sort);
  return { type: 'matter', matter: { id: id ?? idOfMatter(known, name), name, sort: known, is } };
}

function sortNamed(word: string): MatterSort {
  const found = (Object.keys(SORT_WORDS) as MatterSort[]).find(
    (sort) => sort === word || SORT_WORDS[sort] === word,
  );
  if (found !== undefined && found !== 'demand') return found;
  throw new QingdanError(
    'QD-INPUT',
    `选项 --sort 的值「${shown(word)}」不对，请写 证明、职责、规定；诉求用 --matter-file`,
  );
}

/** Ids of the questions with these numbers. @throws QingdanError QD-INPUT */
function picked(questions: readonly { id: string }[], numbers: string): string[] {
  return numbers.split(/[,，、]/u).map((number) => {
    const found = questions[Number(number.trim()) - 1];
    if (found !== undefined) return found.id;
    throw new QingdanError(
      'QD-INPUT',
      `选项 --only 的序号「${shown(number)}」不对，组里有 ${questions.length} 个问题`,
    );
  });
}
