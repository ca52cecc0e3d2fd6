const ALONE = /([\p{Script=Han}]{2,3})(?:社区|居委会|村委会|村(?![民庄里内级干务组委社居规]))/gu;
/** 石桥、大湾两村: names that share the word behind them. */
const TOGETHER =
  /((?:[\p{Script=Han}]{2}[、和]){1,6}[\p{Script=Han}]{2})(?:[两三四五六七八九十\d]{1,2}个?)?(?:社区|村)/gu;
/** Characters of words that stand in front of 社区 and 村 and are no part of a name. */
const NO_NAME =
  /[各个全本该等由请让向对为在和与及要的是到区村镇街道乡社新老行政农每两三四五六七八九十县市干部涉所有关驻进类型范文明示工作]/u;

/** Names of committees that a text uses (石桥 of 石桥村), so that they are known where 村 isn't said again. */
export function committeeNames(text: string): string[] {
  const names = new Set<string>();
  for (const [, name = ''] of text.matchAll(ALONE)) if (!NO_NAME.test(name)) names.add(name);
  for (const [, list = ''] of text.matchAll(TOGETHER))
    for (const name of list.split(/[、和]/u)) if (!NO_NAME.test(name)) names.add(name);
  return [...names];
}
