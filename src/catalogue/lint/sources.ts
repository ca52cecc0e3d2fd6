import { effective, kindOf, type Row, rowId } from '../rows.js';
import type { Document } from '../schema.js';
import type { Finding, FindingCode } from './finding.js';

/**
 * A place that a reader can find: 第三条, 第二部分, 附件, 一、（二）, 一是…, the opening of a letter; 报道所列第3项 or
 * 报道第三段 in a report.
 */
const PLACE =
  /第[\d一二三四五六七八九十百千零]+([条款项步类段]|部分)|末段|附件|^[一二三四五六七八九十]+[、是]|（[一二三四五六七八九十]+）|^开头$/u;
const REPORTED = /报道|转述/u;
const ARTICLE = /^第.+条/u;
/** Laws, regulations and the measures made to carry them out, without the brackets of a trial version. */
const STATUTE = /(法|法典|条例|办法|规定)$/u;
/** Additions that no title bears: the version or the year, in brackets at its end. */
const ADDED = /[（(](\d{4}年?(修正|修订|修正本|修订本)?|[^（(]*条款|及[^（(]+)[)）]$/u;
/** Letters answer somebody, and a guide shows how; neither lays down what is allowed. */
const LETTER = /(答复函|复函|的答复)$/u;
const GUIDE = /(办事指南|网站|网页)$/u;

/** What the citations of a document claim: the title, the place, the version, and how much of the text was read. */
export function checkSources(document: Document): Finding[] {
  const findings: Finding[] = [];
  const warn = (code: FindingCode, where: string, message: string): void => {
    findings.push({ severity: 'warning', code, documentId: document.id, where, message });
  };
  if (document.titleIs === undefined && ['report', 'compilation'].includes(document.type)) {
    warn('KB-TITLE', document.id, '报道和汇编要写明题名由来（titleIs: borne 或 ours）');
  }
  // What is wrong with a text is said once, however many rows are cited by it.
  const said = new Set<string>();
  for (const row of rowsOf(document)) {
    const { title, date } = sourceOf(row);
    const once: Report = (code, message) => {
      const key = JSON.stringify([code, title, date, message]);
      if (!said.has(key)) warn(code, rowId(row), message);
      said.add(key);
    };
    const at: Report = (code, message) => warn(code, rowId(row), message);
    checkTitle(row, once);
    checkVersion(row, once);
    checkPlace(row, at);
    checkNorm(row, at);
  }
  return findings;
}

type Report = (code: FindingCode, message: string) => void;

function* rowsOf(document: Document): Generator<Row> {
  for (const provision of document.provisions) yield { type: 'provision', provision, document };
  for (const list of document.lists) {
    for (const item of list.items) yield { type: 'item', item, list, document };
  }
}

const ownOf = (row: Row) => (row.type === 'item' ? row.item : row.provision);

/** The text that the row is cited by, and its date. */
function sourceOf(row: Row) {
  const { law } = ownOf(row);
  return law === undefined ? { ...row.document, date: row.document.issuedOn } : { ...law, date: law.version };
}

/** Whether the row is an article of a statute. */
function isArticle(row: Row): boolean {
  return STATUTE.test(sourceOf(row).title) && ARTICLE.test(ownOf(row).locator ?? '');
}

function checkTitle(row: Row, at: Report): void {
  const { title, titleIs, number, date } = sourceOf(row);
  if (titleIs === 'ours') return;
  if (number === undefined && date === undefined) {
    at('KB-TITLE', `《${title}》没有文号也没有日期，核对不了；补上，或写 titleIs: ours`);
  }
  if (ADDED.test(title)) at('KB-TITLE', `《${title}》末尾的括号不是原标题，版本写到 edition`);
}

function checkPlace(row: Row, at: Report): void {
  const { locator } = ownOf(row);
  const { evidence } = effective(row);
  if (locator !== undefined && !PLACE.test(locator)) {
    at('KB-LOCATOR', `出处「${locator}」在原文里找不到；写明条、款、项或附件序号，没有就不写`);
  }
  if (locator !== undefined && REPORTED.test(locator) && evidence !== 'secondary') {
    at('KB-EVIDENCE', `出处「${locator}」在报道里，依据程度应为 secondary`);
  }
  if (locator === undefined && evidence === 'primary') {
    at('KB-EVIDENCE', '读过原文就应写明条目');
  }
  if (isArticle(row) && evidence === 'partial') {
    at('KB-EVIDENCE', '整条读过的法条应为 primary，只见转述的应为 secondary');
  }
}

function checkVersion(row: Row, at: Report): void {
  const { title, date, edition } = sourceOf(row);
  if (isArticle(row) && date === undefined) at('KB-VERSION', `没有写明读的是《${title}》哪一年的文本`);
  if (isArticle(row) && edition === undefined && effective(row).status === 'unknown') {
    at('KB-VERSION', `不知《${title}》是不是最新文本，引用时要写明版本（edition）`);
  }
  if (edition !== undefined && date !== undefined && edition.slice(0, 4) !== date.slice(0, 4)) {
    at('KB-VERSION', `版本 ${edition} 与日期 ${date} 不是同一年`);
  }
}

function checkNorm(row: Row, at: Report): void {
  const { title } = sourceOf(row);
  const { locator = '' } = ownOf(row);
  const rules = row.type === 'item' ? kindOf(row) !== 'reference' : row.provision.appliesTo !== undefined;
  if (!rules) return;
  if (LETTER.test(title)) at('KB-NORM', `《${title}》是答复，不是规定，不能据以判断`);
  if (GUIDE.test(title) || /办事指南|网站|网页/u.test(locator)) {
    at('KB-NORM', '一处的办事指南或网页不是清单，只能放在 reference 清单里');
  }
}
