const ACTS =
  /^(?:(?:印发|转发|下达|切实|进一步|认真|扎实|全面|全力|统筹|加快|协助|配合|做好|加强|强化|开展|推进|落实|实施|规范|举办|推广|使用|当前|抓好|召开)+)/u;
/** 2027年元旦春节期间, 秋季. */
const WHEN =
  /^(?:\d{4}(?:-\d{4})?年(?:度)?|[\p{Script=Han}]{2,8}期间|[春夏秋冬]季|[上下]半年|今年|当前|近期|全[镇乡区县街])+(?!度)/u;
const KIND_OF_LETTER = /(?:的)?(?:紧急)?(?:通知|方案|函|意见|通报|提示|清单|表|计划|要点)$/u;
const LONGEST_TOPIC = 16;

/** What a title or heading is about: 关于开展夏季消防安全专项整治的通知 is about 夏季消防安全专项整治. */
export function topicOf(heading: string): string {
  return heading
    .replace(/^.*关于/u, '')
    .replace(WHEN, '')
    .replace(ACTS, '')
    .replace(WHEN, '')
    .replace(ACTS, '')
    .replace(/[。:]$/u, '')
    .replace(KIND_OF_LETTER, '')
    .replace(/(?:工作|活动|专项行动|有关事项|有关工作|实施|任务|行动)+$/u, '')
    .slice(0, LONGEST_TOPIC);
}

/** A phrase as it is looked up: without brackets, blanks, quotation marks, and years, which would ask for another day. */
export function cleaned(phrase: string): string {
  return phrase
    .replace(/\s+/gu, '')
    .replace(/(?:20\d{2}|今|本|去|明)(?:-20\d{2})?(?:年度|年)/gu, '')
    .replace(/[“”"「」]/gu, '');
}
