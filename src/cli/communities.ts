import { isRegionCode } from '#access/region-code.js';
import { QingdanError, shown } from '#errors.js';
import { readWithProgress } from './import-file.js';

/** A community by its code, with its name where that is given. */
export interface Community {
  region: string;
  place: string;
}

const HEADS = { region: '区划代码', place: '社区（村）' } as const;

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
    const at = block.rows.findIndex(({ cells }) => cells.some((cell) => cell.trim() === HEADS.region));
    if (at < 0) continue;
    const heads = (block.rows[at]?.cells ?? []).map((cell) => cell.trim());
    const [region, place] = [heads.indexOf(HEADS.region), heads.indexOf(HEADS.place)];
    return block.rows
      .slice(at + 1)
      .map(({ cells }) => [(cells[region] ?? '').trim(), (cells[place] ?? '').trim()] as const)
      .filter(([code]) => code !== '')
      .map(([code, name]) => checked(code, name));
  }
  throw new QingdanError('QD-INPUT', `「${shown(file)}」里没有“${HEADS.region}”一栏`);
}

function checked(region: string, place: string): Community {
  if (isRegionCode(region)) return { region, place };
  throw new QingdanError('QD-INPUT', `区划代码「${shown(region)}」不对，社区（村）应是 12 位数字`);
}
