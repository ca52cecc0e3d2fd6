import { citedPlace, toCitation } from '#catalogue/citation.js';
import { type KnowledgeBase, rowById } from '#catalogue/knowledge-base.js';
import type { FileContent } from '#documents/content.js';
import { plainCell } from '#documents/formula-safe.js';
import { writeWorkbook } from '#documents/write.js';
import { QingdanError } from '#errors.js';
import type { SelfCheck } from '#registers/facts.js';
import type { Campaign } from './campaign.js';
import type { Sheet } from './sheet.js';

/** Heads of the sheet; the id in front leads an answer back to its question. */
const HEADS = ['题号', '方面', '问题', '登记里的数', '回答', '依据'] as const;

/** A community's self-check sheet as a workbook, to be filled in on paper or screen and read again. */
export function writeSheet(
  campaign: Campaign,
  sheet: Sheet,
  { chapters, questions }: SelfCheck,
  kb: KnowledgeBase,
): Promise<Uint8Array> {
  const rows = questions.map(({ id, chapter, ask, rows: ids }) => {
    const answer = sheet.answers[id];
    return [
      id,
      chapters.find((one) => one.id === chapter)?.name ?? '',
      ask,
      answer?.counted === null || answer === undefined ? '' : String(answer.counted),
      answer?.said ?? '',
      ids.map((row) => basisOf(kb, row)).join('；'),
    ];
  });
  const about = [
    ['项目', '内容'],
    ['督察', `${campaign.title}（${campaign.number}）`],
    ['社区（村）', sheet.place === '' ? sheet.region : `${sheet.place}（${sheet.region}）`],
    ['交表期限', campaign.selfCheckBy],
    ['怎么填', '只填「回答」一栏；「登记里的数」是从登记里数出来的，不对就写实际的数，并把登记补上。'],
  ];
  return writeWorkbook([
    { name: '自查表', rows: [[...HEADS], ...rows], widths: [20, 14, 44, 12, 30, 50] },
    { name: '说明', rows: about, widths: [14, 70] },
  ]);
}

/** What a filled-in sheet says, by id of the question. @throws QingdanError QD-INPUT where it isn't such a sheet */
export function readSheet(content: FileContent): Record<string, string> {
  for (const block of content.blocks) {
    if (block.type !== 'table') continue;
    const at = block.rows.findIndex(({ cells }) => cells.includes('题号') && cells.includes('回答'));
    if (at < 0) continue;
    const heads = block.rows[at]?.cells ?? [];
    const [id, said] = [heads.indexOf('题号'), heads.indexOf('回答')];
    const answers = block.rows
      .slice(at + 1)
      .map(({ cells }): [string, string] => [(cells[id] ?? '').trim(), plainCell(cells[said] ?? '').trim()]);
    return Object.fromEntries(answers.filter(([question]) => question !== ''));
  }
  throw new QingdanError('QD-INPUT', '这不是自查表：没有「题号」和「回答」两栏');
}

function basisOf(kb: KnowledgeBase, id: string): string {
  const row = rowById(kb, id);
  return row === undefined ? '' : citedPlace(toCitation(row));
}
