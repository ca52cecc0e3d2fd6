/** What somebody meant instead (不对，我说的是…; 不是居住证明，是无房证明); null where a message corrects nothing. */
export function meantInstead(said: string): string | null {
  for (const pattern of PATTERNS) {
    const instead = pattern.exec(said)?.groups?.meant?.replace(/^[,，:：\s]+|(?:啊|呀|哦|哈|嘛)$/gu, '');
    if (instead !== undefined && instead.length >= 2) return instead;
  }
  return null;
}

const WRONG =
  '(?:(?:不对|不是|错了|搞错了?|你?(?:搞|弄|听|理解|看|说|讲|问|打|写|发)(?:错|岔|反)了?(?:字)?|你没听懂|有误|更正(?:一下)?|哎(?:呀|不对)?|no|噢)[,，。!！\\s]*)';
const SAID = '(?:我|我们)?(?:想|要)?(?:问|说|指|讲|意思)(?:的)?(?:其实|意思)?(?:就)?是(?:说|问)?(?:那个)?';
const PATTERNS: readonly RegExp[] = [
  // 不是居住证明，是无房证明; 并非A，而是B
  new RegExp(
    `^${WRONG}*(?:我(?:问|说)的)?(?:并)?(?:不是|并非|非)[^,，。]{1,20}[,，。\\s]?(?:而是|是)(?<meant>.{2,60})$`,
    'u',
  ),
  // 我问的是村委会，不是居委会
  new RegExp(`^${WRONG}*${SAID}(?<meant>[^,，。]{2,40})[,，]不是[^,，。]{1,20}$`, 'u'),
  new RegExp(`^${WRONG}*${SAID}(?<meant>.{2,80})$`, 'u'),
  new RegExp(`^${WRONG}+(?:应为|应该是|是)(?<meant>.{2,80})$`, 'u'),
  /^(?:我)?(?:问|说)的不是[^,，。]{1,16}[,，]\s*(?:而?是)(?<meant>.{2,60})$/u,
  /^我(?:没问|不是问|问的不是|说的不是)[^,，。]{1,16}[,，]\s*(?:是|我问的是|问的?是)?(?<meant>.{2,60})$/u,
];
