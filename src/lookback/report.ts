import { assessmentsChapter, covenantsChapter, meetingsChapter } from './burdens-chapters.js';
import { heading, paragraph, type ReportBlock } from './chapters.js';
import type { LookbackFigures } from './figures.js';
import { listsChapter } from './lists-chapter.js';
import { inChinese } from './months.js';
import { casesChapter, inspectionsChapter, sealsChapter, unansweredChapter } from './people-chapters.js';
import type { Wording } from './wording.js';

/** 回头看 as an official report: the letter's four chapters, then what else the records tell. */
export interface LookbackReport {
  readonly title: string;
  readonly subtitle: string;
  readonly blocks: readonly ReportBlock[];
}

/** @param day YYYY-MM-DD on which the report is made */
export function lookbackReport(figures: LookbackFigures, words: Wording, day: string): LookbackReport {
  const { name, from, to } = figures.scope;
  return {
    title: `${name}\n城乡社区减负增效“回头看”情况报告`,
    subtitle: `（${inChinese(from)}至${inChinese(to)}）`,
    blocks: numbered([
      paragraph(
        `按照“回头看”的要求，就清单落实、会议台账、考核评比、规约四个方面，以及印章证明、居民诉求等情况，根据记录汇总如下。`,
      ),
      ...listsChapter(figures, words),
      ...meetingsChapter(figures),
      ...assessmentsChapter(figures),
      ...covenantsChapter(figures),
      ...sealsChapter(figures, words),
      ...casesChapter(figures, words),
      ...inspectionsChapter(figures),
      ...unansweredChapter(figures, words),
      heading('九、说明'),
      paragraph(
        '数字都从系统的记录里数出来，没有登记的没有算进去；写“没有登记”“没有记录”的，是没有记，不等于没有发生。',
        '问答记录过了保存期会删除，删除的不在里面。',
        `涉及居民的数字，不足${words.k}人的不单独列出，并在“其他”里。`,
      ),
      { type: 'line', text: '' },
      { type: 'line', text: inChinese(day), align: 'right' },
    ]),
  };
}

/** Tables have the numbers of their order: which ones there are depends on the records. */
function numbered(blocks: readonly ReportBlock[]): ReportBlock[] {
  let number = 0;
  return blocks.map((block) =>
    block.type === 'table' && block.caption !== undefined
      ? { ...block, caption: `表${++number}　${block.caption}` }
      : block,
  );
}
