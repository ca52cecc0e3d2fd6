import { isRegionCode } from '#access/region-code.js';
import { QingdanError, shown } from '#errors.js';
import { readWithProgress } from './import-file.js';

/** A community by its code, with its name where that is given. */
export interface Community {
  region: string;
  place: string;
}

const HEADS = { region: '区划代码', place: '社区（村）' } as const;
/** What else offices call the two columns; brackets of either width. */
const CALLED = {
  region: /^(?:统计用)?(?:区划)?代码$/u,
  place: /^(?:社区|村)?(?:\((?:村|社区)\))?(?:的)?(?:名称|名)?$|^(?:社区|村)[、/](?:村|社区)(?:名称)?$/u,
} as const;

/** Communities from 代码=名称. @throws QingdanError QD-INPUT */
export function communitiesFrom(pairs: readonly string[]): Community[] {
  return pairs.map((pair) => {
    const [region = '', place = ''] = pair.split(/[=＝]/u);
    return checked(region.trim(), place.trim());
  });
}

/** Communities from a table with a column of codes. @throws QingdanError QD-INPUT, QD-FILE-… */
export async function readCommunities(file: string): Promise<Community[]> {
  const { blocks } = await readWithProgress(file);
  for (const block of blocks) {
    if (block.type !== 'table') continue;
    const at = block.rows.findIndex(({ cells }) => columnOf(cells, 'region') >= 0);
    if (at < 0) continue;
    const heads = block.rows[at]?.cells ?? [];
    const [region, place] = [columnOf(heads, 'region'), columnOf(heads, 'place')];
    return block.rows
      .slice(at + 1)
      .map(({ cells }) => [(cells[region] ?? '').trim(), (cells[place] ?? '').trim()] as const)
      .filter(([code]) => code !== '')
      .map(([code, name]) => checked(code, name));
  }
  throw new QingdanError('QD-INPUT', `「${shown(file)}」里没有“${HEADS.region}”一栏`);
}

const columnOf = (cells: readonly string[], column: keyof typeof CALLED): number =>
  cells.findIndex((cell) => cell.trim() !== '' && CALLED[column].test(cell.normalize('NFKC').trim()));

function checked(region: string, place: string): Community {
  if (isRegionCode(region)) return { region, place };
  throw new QingdanError('QD-INPUT', `区划代码「${shown(region)}」不对，社区（村）应是 12 位数字`);
}
