import { addresseesOf, addressLine, assessesCommittee } from '../notices/addressing.js';
import type { Words } from '../words.js';
import type { Layout } from './layout.js';
import { type Paragraph, paragraphsOf } from './outline.js';
import { tablesOf } from './tables.js';

const TITLE_END =
  /(?:通知|方案|函|意见|通报|公告|通告|办法|要点|预案|安排|倡议书|提示|细则|计划|提醒|部署|清单|规定|表|工作提示|指引|部署会|简报|纪要|责任书|责任状|承诺书|通知书|督办单|交办单|任务书|协议书|公开信|一封信)(?:\(.{1,12}\))?$/u;
const NUMBER = /[\p{Script=Han}]{1,12}[〔[(]\d{4}[〕\])]\d{1,4}号/u;
const DAY = /^\d{4}年\d{1,2}月\d{1,2}日(?:\d{1,2}时)?$|^[二〇○零一三四五六七八九十]{4}年.{1,3}月.{1,3}日$/u;
const TAIL = /^(?:\(?联系人|\(?联系电话|抄送|抄报|印发|主题词|此件|\(此件|附件:|附件\d?:|附:|附表|附件$)/u;
/** 附件1 alone on its line: the annex itself begins. */
const ANNEX = /^附件\s?\d{0,2}:?$/u;
const ISSUER =
  /^[\p{Script=Han}()、\s]{4,40}(?:办事处|政府|委员会|局|办公室|党工委|党委|办|中心|指挥部|领导小组|委|部|残联|妇联|街道|站|所|队|院|室|科|处|会|司|公司|学校|专班|小组|工作组|联合会|委员会)$/u;
/** The address stands within the first lines. */
const HEAD = 14;
const LONGEST_TITLE = 90;

/**
 * Takes a folded text apart.
 * @param shown a paragraph without its brackets
 */
export function layoutOf(text: string, shown: (paragraph: Paragraph) => string, words: Words): Layout {
  const all = paragraphsOf(text);
  const own = (p: Paragraph) => text.slice(p.start, p.end);
  const head = all.slice(0, HEAD);
  const lines = head.map(shown);
  const address = addressLine(lines, words);
  const titleAt = head.findIndex(
    (p, i) =>
      (address < 0 || i < address) &&
      p.numbering === null &&
      p.end - p.start <= LONGEST_TITLE &&
      TITLE_END.test(own(p).replace(/\s/gu, '')),
  );
  const from = address >= 0 ? address + 1 : titleAt + 1;
  const isFrame = signatureOf(all, own, from);
  const signed = all.filter((p, i) => i >= from && isFrame(i) && ISSUER.test(own(p)));
  const title = titleAt < 0 ? null : titleText(text, all, titleAt, own);
  const body = all.filter((_, i) => i >= from && !isFrame(i));
  return {
    title,
    issuer: signed.length === 0 ? null : signed.map((p) => own(p).replace(/\s/gu, '')).join('、'),
    number: NUMBER.exec(head.map(own).join('\n'))?.[0] ?? null,
    addressees: addresseesOf(lines, address, title ?? '', words),
    assessing: assessesCommittee(title ?? '', words),
    body,
    frame: all.filter((_, i) => i < from || isFrame(i)),
    tables: tablesOf(text, body),
  };
}

/** A title may run over several lines above the one it ends on. */
function titleText(
  text: string,
  all: readonly Paragraph[],
  at: number,
  own: (p: Paragraph) => string,
): string {
  let first = at;
  const starts = () => /^关于|关于/u.test(text.slice(all[first]?.start, all[at]?.end));
  while (first > 0 && at - first < 3) {
    const above = own(all[first - 1] as Paragraph);
    if (/[:。;]$/u.test(above) || NUMBER.test(above) || above.length > LONGEST_TITLE) break;
    if (starts() && !/(?:办事处|政府|委员会|局|办公室|委|办)$/u.test(above)) break;
    first--;
  }
  return all
    .slice(first, at + 1)
    .map((p) => own(p).replace(/\s+/gu, ''))
    .join('');
}

/**
 * Which paragraphs are signature, date, contact and annex list. A date alone on its line marks the signature above it;
 * an annex behind it (附件1) is read like the body.
 */
function signatureOf(
  all: readonly Paragraph[],
  own: (p: Paragraph) => string,
  from: number,
): (index: number) => boolean {
  const frame = new Set<number>();
  const looksSo = (i: number) => {
    const line = own(all[i] as Paragraph);
    // The last row of a table ends with an office as well.
    return !line.includes('\t') && (ISSUER.test(line) || (TAIL.test(line) && !ANNEX.test(line)));
  };
  for (let i = from; i < all.length; i++) {
    const line = own(all[i] as Paragraph);
    if (DAY.test(line.replace(/\s/gu, ''))) {
      frame.add(i);
      for (let above = i - 1; above >= from && looksSo(above); above--) frame.add(above);
    } else if (TAIL.test(line) && !ANNEX.test(line)) frame.add(i);
  }
  for (let i = all.length - 1; i >= from && looksSo(i); i--) frame.add(i);
  return (index) => frame.has(index);
}
