/**
 * Made-up entries and questions for measuring speed: every word comes from the short lists below, so nothing of any
 * real list is needed. Same seed, same result.
 */
import type { Entry } from '#search/entry.js';

const PLACES = '东西南北中新江河湖山云龙永安平长青白金石'.split('');
const KINDS = ['市', '区', '县', '镇', '街道'];
const OFFICES =
  '民政 公安 教育 人社 卫健 住建 应急 市监 自然资源 农业农村 司法 财政 医保 城管 环保 文旅 交通 统计'.split(
    ' ',
  );
const ACTS = '办理 申请 审核 登记 协助 宣传 排查 整治 统计 上报 开具 发放 核查 调解 维护 组织'.split(' ');
const MATTERS =
  '居住证明 亲属关系 无犯罪记录 低保待遇 养老认证 消防安全 环境卫生 违法建筑 垃圾分类 邻里纠纷 流动人口 经济普查 计划生育 残疾人补贴 就业登记 征兵工作 选民登记 疫苗接种 老年食堂 物业矛盾 停车管理 群租房屋 反诈知识 防汛物资 志愿服务'.split(
    ' ',
  );
const DETAILS =
  '每季度一次 由专人负责 需要两名见证人 先到窗口取号 经费按年度拨付 材料保存三年 接受群众监督'.split(' ');

/** Numbers in [0, 1) from a seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** `count` entries of 15 to 35 characters. */
export function syntheticEntries(count: number, seed = 1): Entry[] {
  const random = seeded(seed);
  const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)] ?? '';
  return Array.from({ length: count }, (_, i) => {
    const place = `${pick(PLACES)}${pick(PLACES)}${pick(KINDS)}`;
    const detail = random() < 0.5 ? `,${pick(DETAILS)}` : '';
    return { id: `e${i}`, text: `${place}${pick(OFFICES)}部门${pick(ACTS)}${pick(MATTERS)}${detail}` };
  });
}

/** `count` questions about what such entries speak of. */
export function syntheticQuestions(count: number, seed = 2): string[] {
  const random = seeded(seed);
  const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)] ?? '';
  return Array.from({ length: count }, () => {
    const place = random() < 0.5 ? `${pick(PLACES)}${pick(PLACES)}${pick(KINDS)}的` : '';
    return `请问${place}${pick(MATTERS)}${pick(ACTS)}归社区管吗`;
  });
}
