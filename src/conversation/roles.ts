import type { Role } from '#ruling/index.js';

/** Who somebody is, behind what they are called. */
const TAIL =
  '(?:的|里的|里面的|这边的)?(?:工作人员|工作者|干部|领导|同志|科员|科长|主任|副主任|书记|副书记|镇长|乡长|人|职工)?(?:的)?';

/** How people name what they are; the first that fits the end of the phrase counts. */
const ROLE_NAMES: readonly (readonly [name: RegExp, role: Role])[] = [
  [
    new RegExp(
      `(?:社区工作者|社工|网格员|网格长|楼栋长|村支书|支书|村文书|(?:社区|居委会?|村委会?|村两委|两委|居民区|村里?)${TAIL}(?:文书|会计|委员|专干)?)$`,
      'u',
    ),
    'worker',
  ],
  [/(?:居民|村民|群众|老百姓|市民|业主|住户|普通人|租客|租户|学生|房东)$/u, 'resident'],
  [
    new RegExp(
      `(?:公务员|(?:街道办?|办事处|镇|乡|乡镇|政府|部门|机关|区里|县里|市里|镇上|乡上|局|委|办|处|科|厅|中队|大队)(?:政府)?${TAIL})$`,
      'u',
    ),
    'official',
  ],
];

/** Said of a place, not of a person: 我是在街道办事, 我是来办证的. */
const NOBODY = /(?:来|去|要|想|不是)|办(?!事处|公室)(?=\p{Script=Han}{2,}$)/u;

/** As the bot says it back. */
export const ROLE_WORDS: Readonly<Record<Role, string>> = {
  resident: '居民',
  worker: '社区工作者',
  official: '政府工作人员',
};

/** The role that a phrase ends on; null where it names none. @param phrase without a place in front */
export function roleOf(phrase: string): Role | null {
  if (NOBODY.test(phrase)) return null;
  return ROLE_NAMES.find(([name]) => name.test(phrase))?.[1] ?? null;
}

/** Those above hand something to us, or people come to us for it: the speaker works for the committee. */
const HANDED =
  /(?:街道|镇里?|乡里?|上面|上级|上头|区里|县里|市里|领导|部门|局里?|科室|办公室)[^,，。;；]{0,10}(?:让|要|叫|喊|逼|派|催|非|硬|给)[^,，。;；]{0,6}(?:我们|咱们?)|(?:居民|村民|群众|当事人|老人|人家)[^,，。;；]{0,6}(?:来|找|要|让)[^,，。;；]{0,4}(?:我们|咱们?)|(?:我们|咱们?)(?:社区|村里?|居委会|村委会)|给(?:居民|村民|群众)[^,，。;；]{0,6}(?:开|盖|出具|办)|(?:居民|群众|村民|当事人)[^,，。;；]{0,4}来(?:开|盖|办|要)|(?:该|归|由|让)(?:不该)?(?:我们|咱们?)(?:社区|村里?)?(?:干|做|接|负责|承担|牵头|报|签|盖)|(?:我们|咱们?)(?:能不能|要不要|可不可以|该不该|能|要|该|不)?(?:接|报|签|盖)/u;

/** What a question shows of who asks it, where the person said nothing of it. */
export const impliedRole = (said: string): Role | null => (HANDED.test(said) ? 'worker' : null);
