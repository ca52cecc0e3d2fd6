import { type Area, liesIn } from '#catalogue/areas.js';
import { type Citation, toCitation } from '#catalogue/citation.js';
import { allRows, type KnowledgeBase, replacedOn, rowById } from '#catalogue/knowledge-base.js';
import { effective, outOfForce, type Row } from '#catalogue/rows.js';
import { type ProcessData, STEP_NAMES } from './process.js';
import { sourceLine } from './said.js';

/** What a row is called that speaks of 准入, whatever else it says. */
const SPEAKS = '准入';
/** Rows of one region that are named. */
const MOST_ROWS = 3;
/** The region in front of a topic, which stands before it here anyway: 上海：部门把事务交给街道要准入. */
const PLACE = /^[^:：]{1,6}[:：]/u;

/**
 * What is known of 准入 in an area that is no division: the procedures of its regions, then what its other regions' rows say
 * of it, each with its source.
 * @param day YYYY-MM-DD
 */
export function areaLines(area: Area, all: readonly ProcessData[], kb: KnowledgeBase, day: string): string[] {
  const sources: string[] = [];
  const mark = (citation: Citation): string => {
    const said = sourceLine(citation);
    if (!sources.includes(said)) sources.push(said);
    return `〔${sources.indexOf(said) + 1}〕`;
  };
  const known = all.filter(({ region }) => liesIn(kb.regions, area, region));
  const procedures = known.map((process) => procedureSaid(process, kb, mark));
  const rules = rulesBeside(area, known, kb, day);
  const { title, locator, evidence } = area.source;
  return [
    `${area.name}不是一级行政区划，没有见到它统一的准入程序。它包括${area.regions.join('、')}（据${evidence === 'secondary' ? '转载的' : ''}《${title}》${locator}）。`,
    ...(procedures.length === 0 ? ['其中哪个地方的步骤都没有见到。'] : ['见到步骤的：', ...procedures]),
    ...(rules.size === 0 ? [] : ['只见到规定、没有见到步骤的：']),
    ...[...rules].map(
      ([region, rows]) =>
        `${region}：${rows.map((row) => `${nameOf(row).replace(PLACE, '')}${mark(toCitation(row))}`).join('、')}`,
    ),
    '别的地方没有见到，问到时用默认的走法，会说明是默认的。',
    ...(sources.length === 0 ? [] : ['依据：', ...sources.map((source, i) => `〔${i + 1}〕${source}`)]),
  ];
}

function procedureSaid(
  { region, name, row, steps, gap }: ProcessData,
  kb: KnowledgeBase,
  mark: (citation: Citation) => string,
): string {
  const found = rowById(kb, row);
  const way = steps.map(
    ({ step, limit }) => `${STEP_NAMES[step]}${limit === undefined ? '' : `（${limit}个工作日）`}`,
  );
  const missing = gap === undefined ? '' : `还缺：${gap}`;
  return `${region}：${name}${found === undefined ? '' : mark(toCitation(found))}，${way.join(' → ')}。${missing}`;
}

/** Rows in force of the area's regions without a procedure of their own, by region; those that are called after it first. */
function rulesBeside(
  area: Area,
  known: readonly ProcessData[],
  kb: KnowledgeBase,
  day: string,
): Map<string, Row[]> {
  const regions = new Map<string, Row[]>();
  const named = (row: Row) => (nameOf(row).includes(SPEAKS) ? 0 : 1);
  for (const row of [...allRows(kb)].sort((a, b) => named(a) - named(b))) {
    const { region } = effective(row);
    if (!nameOf(row).includes(SPEAKS) && !summaryOf(row).includes(SPEAKS)) continue;
    if (known.some((process) => process.region === region) || !liesIn(kb.regions, area, region)) continue;
    if (outOfForce(row, day, replacedOn(kb, row.document)) !== null) continue;
    const rows = regions.get(region) ?? [];
    if (rows.length < MOST_ROWS) regions.set(region, [...rows, row]);
  }
  return regions;
}

const nameOf = (row: Row): string => (row.type === 'item' ? row.item.name : row.provision.topic);
const summaryOf = (row: Row): string => (row.type === 'item' ? row.item.summary : row.provision.summary);
