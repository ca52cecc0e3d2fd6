import { type CaseStatistics, CLASS_WORDS } from '#cases/index.js';

/** Statistics as they are read out. */
export function statisticsLines(figures: CaseStatistics): string[] {
  const { total, open, overdue, closed, byClass, byKind, issued, refused, returned, escalated } = figures;
  const { medianDays, inTime, visited, satisfied, matters } = figures;
  return [
    `共 ${total} 件：没有办结 ${open} 件（其中超期 ${overdue} 件），办结和撤回 ${closed} 件。`,
    `诉求 ${byKind.demand} 件：${CLASS_WORDS.government} ${byClass.government}，${CLASS_WORDS.consult} ${byClass.consult}，${CLASS_WORDS.self} ${byClass.self}，待分流 ${byClass.unsorted}。`,
    `开证明 ${byKind.paper} 件：出具 ${issued}，不予出具 ${refused}。`,
    `退回过 ${returned} 件，提级过 ${escalated} 件。`,
    medianDays === null
      ? '还没有办出结果的。'
      : `一半的件在 ${medianDays} 天内办出结果，按时 ${percent(inTime)}。`,
    visited === 0
      ? '还没有回访。'
      : `回访 ${visited} 件，满意 ${satisfied} 件（${percent(satisfied / visited)}）。`,
    ...(matters.length === 0
      ? []
      : [`最多的事：${matters.map(([name, count]) => `${name} ${count}`).join('、')}`]),
  ];
}

const percent = (share: number | null): string => (share === null ? '未见' : `${Math.round(share * 100)} %`);
