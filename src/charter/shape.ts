import { linesOf } from './clauses.js';

/** Whose charter it is: a village's or a town community's. */
export type CommitteeKind = 'village' | 'urban';

/** What a charter is called. */
export const CHARTER_NAME =
  /村规民约|居民公约|村民公约|居民自治章程|村民自治章程|居规民约|社区公约|村民自治公约/u;
/** A title stands in the first lines and is short. */
const FIRST_LINES = 5;
const LONGEST_TITLE = 40;
/** A file is called so. */
const FILE = new RegExp(`${CHARTER_NAME.source}.*\\.[A-Za-z]{2,5}$`, 'u');
/** Somebody who only speaks of a charter: a notice, a report, a question. */
const ABOUT = /通知|方案|意见|报告|函$|[?？吗呢]|关于|办法的|请|修订工作|如何|怎么/u;

/** The charter's title, and whose it is; a village's where it doesn't say. */
export function charterHead(text: string): { title: string | null; committee: CommitteeKind } {
  const title = titleIn(text);
  const head = title ?? text.slice(0, 200);
  const urban = /居民|社区|居规/u.test(head) && !/村规民约|村民/u.test(head);
  return { title, committee: urban ? 'urban' : 'village' };
}

/** Whether a text is itself a charter: it bears the name as its title and has clauses below. */
export function isCharter(text: string): boolean {
  return titleIn(text) !== null && linesOf(text).filter((line) => line.text.trim() !== '').length > 3;
}

/** Whether a file is called a charter. */
export const isCharterFile = (name: string): boolean => FILE.test(name) && !ABOUT.test(name);

function titleIn(text: string): string | null {
  const lines = linesOf(text).map((line) => line.text.replace(/[\s　]+/gu, ''));
  const title = lines
    .filter((line) => line !== '')
    .slice(0, FIRST_LINES)
    .find(
      (line) =>
        line.length <= LONGEST_TITLE && CHARTER_NAME.test(line) && !ABOUT.test(line) && !/[。；]/u.test(line),
    );
  return title ?? null;
}
