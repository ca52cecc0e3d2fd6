import type { OfficialBlock, OfficialDocument } from '#documents/official.js';
import type { SheetToWrite } from '#documents/write.js';
import type { SelfCheck } from '#registers/facts.js';
import { CAMPAIGN_STATE_WORDS } from './campaign.js';
import { FINDING_STATE_WORDS, isOverdue } from './finding.js';
import { byCommunity, byDigits, type Inspection, type OverviewLine, overall } from './overview.js';
import { doubtfulAnswers } from './sheet.js';

const OVERVIEW_HEADS = ['地区', '应交自查表', '已交', '发现问题', '整改中', '其中超期', '待复查', '已销号'];

/** A line of an overview as a row; `name` puts a code into words. */
function overviewRow(line: OverviewLine, name: (code: string) => string): string[] {
  const numbers = [
    line.sheets,
    line.submitted,
    line.findings,
    line.open,
    line.overdue,
    line.rectified,
    line.closed,
  ];
  return [line.place === '' ? name(line.region) : line.place, ...numbers.map(String)];
}

/** The overview of a campaign as tables: by township, by community, and every finding. */
export function overviewTables(
  inspection: Inspection,
  selfCheck: SelfCheck,
  today: string,
  name: (code: string) => string,
): SheetToWrite[] {
  const { sheets, findings } = inspection;
  const ask = new Map(selfCheck.questions.map((question) => [question.id, question.ask]));
  return [
    {
      name: '按乡镇街道',
      rows: [OVERVIEW_HEADS, ...byDigits(inspection, 9, today).map((line) => overviewRow(line, name))],
    },
    {
      name: '按社区',
      rows: [OVERVIEW_HEADS, ...byCommunity(inspection, today).map((line) => overviewRow(line, name))],
    },
    {
      name: '问题清单',
      rows: [
        ['编号', '地区', '日期', '方式', '问题', '期限', '情况', '整改情况', '照片和证明'],
        ...findings.map((finding) => [
          finding.id,
          finding.place === '' ? name(finding.region) : finding.place,
          finding.visit.day,
          finding.visit.announced ? '明察' : '暗访',
          finding.text,
          finding.due,
          isOverdue(finding, today) ? '整改中，已超期' : FINDING_STATE_WORDS[finding.state],
          finding.rectified === null ? '' : `${finding.rectified.day} ${finding.rectified.text}`,
          String(finding.photos.length + (finding.rectified?.proofs.length ?? 0)),
        ]),
      ],
    },
    {
      name: '自查要核的',
      rows: [
        ['地区', '问题', '登记里的数', '回答', '为什么要核'],
        ...sheets.flatMap((sheet) =>
          doubtfulAnswers(sheet, selfCheck).map(({ id, why }) => [
            sheet.place === '' ? name(sheet.region) : sheet.place,
            ask.get(id) ?? id,
            String(sheet.answers[id]?.counted ?? ''),
            sheet.answers[id]?.said ?? '',
            why === 'differs' ? '与登记不一致' : '应当是 0，需要整改',
          ]),
        ),
      ],
    },
  ];
}

/** 督察情况报告: what was done, what was found, what is still open. */
export function inspectionReport(
  inspection: Inspection,
  selfCheck: SelfCheck,
  today: string,
  name: (code: string) => string,
): OfficialDocument {
  const { campaign } = inspection;
  const all = overall(inspection, today);
  const [streets, , findings] = overviewTables(inspection, selfCheck, today, name);
  const blocks: OfficialBlock[] = [
    { type: 'heading', level: 1, text: '一、自查情况' },
    {
      type: 'paragraph',
      text: `${campaign.begun}开始，${name(campaign.region)}有${all.sheets}个社区（村）要交自查表，到${today}交了${all.submitted}个，没有交的${all.sheets - all.submitted}个。`,
    },
    { type: 'heading', level: 1, text: '二、明察暗访和整改情况' },
    {
      type: 'paragraph',
      text: `共发现问题${all.findings}个：已销号${all.closed}个，已整改、待复查${all.rectified}个，整改中${all.open}个，其中超过期限的${all.overdue}个。`,
    },
    {
      type: 'table',
      caption: '表1　各乡镇（街道）情况',
      rows: streets?.rows ?? [],
      widths: [3, 1.2, 1, 1, 1, 1, 1, 1],
    },
    { type: 'heading', level: 1, text: '三、问题清单' },
    {
      type: 'table',
      rows: (findings?.rows ?? []).map((row) =>
        [row[1], row[2], row[4], row[5], row[6]].map((cell) => cell ?? ''),
      ),
      widths: [2, 1.6, 4, 1.6, 1.6],
    },
  ];
  if (campaign.closed !== null) {
    const { day, by, note } = campaign.closed;
    blocks.push(
      { type: 'heading', level: 1, text: '四、办结' },
      { type: 'paragraph', text: `${day}由${by}办结。${note}` },
    );
  }
  return {
    title: `${campaign.title}情况报告`,
    subtitle: `（${campaign.number}，${CAMPAIGN_STATE_WORDS[campaign.state]}，截至${today}）`,
    blocks,
  };
}
