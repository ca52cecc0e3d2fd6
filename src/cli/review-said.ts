import { voiceOf } from '#answer/index.js';
import {
  type Change,
  matterOf,
  OPEN_REASONS,
  type OpenQuestion,
  type Proposal,
  REASON_NAMES,
  type ReviewedGroup,
  type Said,
  STATE_NAMES,
  type Trial,
  type TriedSet,
} from '#review/index.js';

/** China is eight hours ahead of UTC all year. */
const CHINA_MS = 8 * 3600_000;
/** Changes printed of one set, and questions of a group; the rest is in --json. */
const SHOWN = 20;

export const chinaTime = (at: string): string =>
  new Date(Date.parse(at) + CHINA_MS).toISOString().slice(0, 16).replace('T', ' ');

const oneLine = (text: string): string => text.replace(/\s+/g, ' ');

/** 不对 2、反问 3. */
export const countsOf = ({ counts }: Pick<ReviewedGroup, 'counts'>): string =>
  OPEN_REASONS.filter((reason) => counts[reason] > 0)
    .map((reason) => `${REASON_NAMES[reason]} ${counts[reason]}`)
    .join('、');

export function questionLines(questions: readonly OpenQuestion[]): string[] {
  const lines = questions
    .slice(0, SHOWN)
    .flatMap(({ id, at, region, why, text, said }, i) => [
      `${i + 1}. ${oneLine(text)}`,
      `   ${chinaTime(at)}　${region ?? '没有写地区'}　${REASON_NAMES[why]}　答复编号 ${id}`,
      ...said.map((reason) => `   说不对的原因：${oneLine(reason)}`),
    ]);
  const more = questions.length - SHOWN;
  return more > 0 ? [...lines, `（还有 ${more} 个问题，加 --json 看全部）`] : lines;
}

/** 不应承担「拆除违建」（拿不准）. */
function saidWords({ verdict, band, name }: Said): string {
  const { label } = voiceOf(verdict);
  const sure = band === 'answer' ? '' : band === 'confirm' ? '（反问）' : '（拿不准）';
  return `${label}${name === null ? '' : `「${name}」`}${sure}`;
}

function changeLine({ text, before, after, right }: Change): string {
  const mark =
    right === null ? '' : right.before && !right.after ? '［变错］' : right.after ? '［变对］' : '';
  return `  ${mark}${oneLine(text)}\n    ${saidWords(before)} → ${saidWords(after)}`;
}

function setLines(title: string, { asked, changed, worse, better, changes }: TriedSet): string[] {
  if (asked === 0) return [`${title}：没有`];
  const head = `${title}：问了 ${asked} 题，${changed === 0 ? '回答都没有变' : `${changed} 题的回答会变，其中变对 ${better}、变错 ${worse}`}`;
  return [head, ...changes.slice(0, SHOWN).map(changeLine)];
}

/** What accepting would change, before it is accepted. */
export function trialLines({ at, own, office, shipped }: Trial): string[] {
  return [
    `试答于 ${chinaTime(at)}。接受以后：`,
    `提案里的问法：${own.length} 句`,
    ...own.slice(0, SHOWN).map(changeLine),
    ...setLines('本单位留存的问题', office),
    ...setLines('随程序发布的问题', shipped),
  ];
}

/** What a proposal would do, in one line. */
export function aimLine(
  proposal: Pick<Proposal, 'aim' | 'wordings'>,
  nameOf: (id: string) => string,
): string {
  const { aim, wordings } = proposal;
  if (aim.type === 'matter')
    return `新事项「${aim.matter.name}」（${aim.matter.id}），问法 ${wordings.length} 句`;
  return `${wordings.length} 句问法归到「${nameOf(matterOf(proposal))}」（${matterOf(proposal)}）`;
}

export function proposalLines(proposal: Proposal, nameOf: (id: string) => string): string[] {
  const { id, state, proposedBy, proposedAt, aim, wordings, note, decidedBy, decidedAt, reason, trial } =
    proposal;
  return [
    `提案 ${id}　${STATE_NAMES[state]}　${aimLine(proposal, nameOf)}`,
    ...(aim.type === 'matter' ? [`是什么：${aim.matter.is}`] : []),
    `${proposedBy.name} 提于 ${chinaTime(proposedAt)}${note === null ? '' : `：${note}`}`,
    ...(decidedBy === null || decidedAt === null
      ? []
      : [`${decidedBy.name} 定于 ${chinaTime(decidedAt)}${reason === null ? '' : `：${reason}`}`]),
    ...wordings.map((text) => `  · ${oneLine(text)}`),
    ...(trial === null ? ['还没有试答：qingdan review run '.concat(id)] : ['', ...trialLines(trial)]),
  ];
}
