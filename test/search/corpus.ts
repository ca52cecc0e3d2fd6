import type { Entry } from '#search/index.js';

/** A small question corpus, written for these tests. */
export const CORPUS: Entry[] = [
  { id: 'lost-card', text: '身份证丢了怎么补办', aliases: ['身份证遗失如何补领', '补办身份证要带什么'] },
  { id: 'move-in', text: '户口迁移需要哪些材料', aliases: ['迁户口要什么手续'] },
  { id: 'no-crime', text: '无犯罪记录证明在哪里开', aliases: ['开没有犯罪记录的证明'] },
  { id: 'residence', text: '居住证明怎么开', aliases: ['证明我住在这个小区'] },
  {
    id: 'kinship',
    text: '亲属关系证明由谁出具',
    body: '证明两个人之间的亲属关系,可以由公安机关依据户口登记的内容出具。',
  },
  { id: 'noise', text: '邻居半夜装修太吵怎么办' },
  { id: 'parking', text: '小区停车位怎么收费' },
  { id: 'parking-price', text: '小区地下车位多少钱一个月' },
  { id: 'dog', text: '养狗要办什么证' },
  { id: 'pension', text: '养老金什么时候发' },
  { id: 'pension-where', text: '养老金在哪里领' },
  { id: 'vaccine', text: '孩子的疫苗在哪里打' },
];

/** Questions and the entry that answers each. */
export const QUESTIONS: [question: string, id: string][] = [
  ['我的身份证掉了要怎么补', 'lost-card'],
  ['把户口迁过来要准备什么材料', 'move-in'],
  ['哪里可以开无犯罪记录证明', 'no-crime'],
  ['隔壁邻居晚上装修很吵', 'noise'],
  ['养狗需要办证吗', 'dog'],
  ['领养老金去哪里', 'pension-where'],
  ['几号发养老金', 'pension'],
];
