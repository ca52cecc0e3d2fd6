import type { Words } from '../words.js';

/** Somebody the lexicon doesn't know who is told what to do: 调查户应当, 燃气企业要, 网约车平台负责. */
const TOLD_SOMETHING =
  /^[\p{Script=Han}]{2,12}?(?:(?<![需主重必概摘纪次])要(?![求点素件领闻])|应当|应(?![急用付对邀征])|必须|须|负责|牵头|依法)/u;
const PERSON =
  /^(?!通知|要求|督促|组织|动员|提醒|劝导|引导|发动|指导|协助|配合|告知|帮助|教育|为|对|由|向)[\p{Script=Han}]{1,7}(?:员|户|者|人|人员|单位|机构|企业|公司)(?=对|负|凭|按|可|持|自|应|要|须|必须|依法)/u;

/**
 * Whether a clause begins with somebody the lexicon doesn't know: a noun in front of 要, 应当 or 负责. What is itself an
 * action (排查工作要逐户进行) is a topic and nobody.
 */
export function beginsWithSomebody(text: string, place: number, end: number, words: Words): boolean {
  const rest = text.slice(place, end);
  const kinds = [
    'verbs',
    'lightVerbs',
    'adverbs',
    'modals',
    'connectives',
    'goals',
    'exhortations',
    'responsible',
  ] as const;
  const [person] = PERSON.exec(rest) ?? [];
  if (person !== undefined) return words.committee.find(person) === undefined;
  if (
    /^[对将把由在为给向与按从于以每凡如若]/u.test(rest) ||
    kinds.some((kind) => words[kind].at(rest, 0) !== undefined)
  )
    return false;
  const [told] = TOLD_SOMETHING.exec(rest) ?? [];
  if (told === undefined) return false;
  const who = told.replace(/(?:要|应当|应|必须|须|负责|牵头|依法)$/u, '');
  return (
    words.actionNouns.endOf(who) === undefined &&
    words.actionTails.endOf(who) === undefined &&
    words.things.endOf(who) === undefined &&
    words.committee.find(who) === undefined
  );
}
