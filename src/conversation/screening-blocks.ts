import type { LettersSent } from '#answer/letters/index.js';
import { REPORT_MEDIA_TYPES, screeningLines, screeningTable } from '#answer/report/index.js';
import type { Block } from './message.js';
import type { JudgedNotice } from './notice-desk.js';

/** Characters of a title in a file's name; the systems' own limits are in bytes. */
const LONGEST_NAME = 40;
/** Tasks shown in a conversation; a longer list is read in the report. */
const SHOWN_TASKS = 12;

/** A screened notice in channel-neutral blocks: what was found, task by task, the report, and the letters. */
export function screeningBlocks({ screening, tasks, report, letters }: JudgedNotice): Block[] {
  const { title } = screening;
  const name = title === null ? '这段文字' : `《${title}》`;
  if (tasks === 0 || report === null) {
    const next = title === null ? '想问一件事的话，请用一两句话写出来。' : '如果有，请把那一句单独发来再问。';
    return [{ type: 'text', text: `看完了${name}，没有找到交给社区的任务。${next}` }];
  }
  const [header = [], ...rows] = screeningTable(screening, SHOWN_TASKS);
  const more = tasks - rows.length;
  const { suggestions, closing } = screeningLines(screening, SHOWN_TASKS);
  const blocks: Block[] = [
    { type: 'text', text: `看完了${name}，交给社区的任务有 ${tasks} 项：` },
    { type: 'table', header, rows },
    { type: 'text', text: ['怎么办：', ...suggestions].join('\n') },
  ];
  if (more > 0) blocks.push({ type: 'text', text: `还有 ${more} 项，请看报告。` });
  blocks.push({ type: 'text', text: closing });
  blocks.push({
    type: 'file',
    name: reportName(title),
    mediaType: REPORT_MEDIA_TYPES['.docx'],
    bytes: report,
  });
  return letters === null ? blocks : [...blocks, ...letterBlocks(letters)];
}

/** What can be sent on: a reply of three sentences, and the letters as one archive. */
function letterBlocks({ archive, reply, signed }: LettersSent): Block[] {
  const unsigned = '函里没有落款：回复“落款 某某社区居委会”，再发一次通知，就会写上。';
  return [
    { type: 'text', text: `可以这样回复：\n${reply}${signed ? '' : `\n\n${unsigned}`}` },
    { type: 'file', ...archive, mediaType: 'application/zip' },
  ];
}

/** A file's name that every system takes. */
function reportName(title: string | null): string {
  const named = [...(title ?? '').replace(/[\\/:*?"<>|\p{C}]/gu, '')].slice(0, LONGEST_NAME).join('');
  return `研判报告${named === '' ? '' : `_${named}`}.docx`;
}
