import type { Role } from '#ruling/index.js';

/** How people name what they are; the first that fits the end of the phrase counts. */
const ROLE_NAMES: readonly (readonly [name: RegExp, role: Role])[] = [
  [
    /(?:社区工作者|社工|网格员|(?:社区|居委会|村委会|居委|村委|村)(?:的)?(?:工作人员|干部|主任|书记|支书|的)?)$/u,
    'worker',
  ],
  [
    /(?:公务员|(?:街道办?|镇|乡|乡镇|政府|部门|机关|区里|县里|市里|\p{Script=Han}{1,4}局|\p{Script=Han}{1,3}委|\p{Script=Han}{1,3}办)(?:政府)?(?:的)?(?:工作人员|干部|领导|人|的)?)$/u,
    'official',
  ],
  [/(?:居民|村民|群众|老百姓|市民|业主|住户|普通人)$/u, 'resident'],
];

/** As the bot says it back. */
export const ROLE_WORDS: Readonly<Record<Role, string>> = {
  resident: '居民',
  worker: '社区工作者',
  official: '政府工作人员',
};

/** The role that a phrase ends on, with what stands before it (南岸区的); null where it names none. */
export function roleOf(phrase: string): { role: Role; before: string } | null {
  for (const [name, role] of ROLE_NAMES) {
    const found = name.exec(phrase);
    if (found !== null) return { role, before: phrase.slice(0, found.index).replace(/的$/u, '') };
  }
  return null;
}
