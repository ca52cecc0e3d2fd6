const CLASS = '(?:大事|小事|私事)';
const OF_THREE = '(?:三事分流|三类事|三类)(?:里面?|中|当中|之中)?(?:的|,|，)?';
/** 算大事小事还是私事, 是大事还是小事, 属于三事分流里的哪一类, 算不算大事. */
const ASKED = new RegExp(
  `[,，、:：\\s]{0,3}(?:(?:那|这|它)?(?:到底|究竟)?(?:应该|应当|该|要)?` +
    `(?:算不算|是不是|算是|算作|算|归为|归到|归于|归|属于|属|划为|划到|分到|分为|定为|是)(?:${OF_THREE})?` +
    `(?:${CLASS}(?:[、,，/]?(?:还是|或者|或|和|跟)?${CLASS}){0,2}|哪(?:一)?(?:类|种|档)(?:事)?))` +
    `(?:呢|啊|呀|嘛|吗|么)?[?？。!！\\s]{0,3}$`,
  'u',
);
/** One class alone is told rather than asked, unless a word asks: 居民说是私事. */
const ALONE = new RegExp(`${CLASS}[。.!！\\s]{0,3}$`, 'u');
const OPEN = /算不算|是不是|还是|或/u;
const SEVERAL = new RegExp(`${CLASS}.{0,4}${CLASS}`, 'u');
/** Whether the classes themselves are named: 哪一类 alone may be of anything. */
const NAMES = new RegExp(`${CLASS}|${OF_THREE}`, 'u');
/** 按三事分流，… before what is asked about. */
const BEFORE = new RegExp(
  `^(?:按照|按|照|依|在)?${OF_THREE}(?:来看|来说|看|讲|说|来分|分)?[,，:：\\s]{0,2}`,
  'u',
);
/** What is left names nothing that could be sorted. */
const NOTHING =
  /^(?:这|那|它|此|这个|那个|这件|那件|这种|那种|事|事情|诉求|居民|问题|的|情况|反映|才|就|都)*$/u;
/** Of the classes in general. */
const GENERAL = /三事|大事|小事|私事|哪些|哪件|什么|怎么|怎样/u;
/** UTF-16 units of a message that asks so. */
const LONGEST = 120;

/**
 * A question that asks which of the three classes something is, without the asking: what is asked about is the demand,
 * whose class the lists tell. Any other text as it is.
 */
export function withoutClassAsked(text: string): string {
  const asked = text.length > LONGEST ? null : ASKED.exec(text);
  if (asked === null) return text;
  const before = BEFORE.exec(text.slice(0, asked.index))?.[0].length ?? 0;
  const about = text.slice(before, asked.index).trim();
  const named = NAMES.test(asked[0]) || before > 0;
  const told = ALONE.test(asked[0]) && !OPEN.test(asked[0]) && !SEVERAL.test(asked[0]);
  return !named || told || NOTHING.test(about) || GENERAL.test(about) ? text : about;
}
