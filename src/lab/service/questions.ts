const PAPERS = [
  '居住',
  '亲属关系',
  '无犯罪记录',
  '收入',
  '婚姻状况',
  '无房',
  '在读',
  '健康',
  '死亡',
  '失业',
] as const;
const TASKS = [
  '违建拆除',
  '垃圾分类',
  '反诈宣传',
  '养犬登记',
  '消防检查',
  '人口统计',
  '河道清理',
  '疫苗接种',
] as const;
const PLACES = ['重庆市', '北京市', '郑州市', '吉林省', '广东省', '江苏省'] as const;
const SAYING = [
  (paper: string) => `社区能开${paper}证明吗`,
  (paper: string) => `孩子上学要${paper}证明，居委会给不给开`,
  (_: string, task: string) => `街道让社区负责${task}，归我们管吗`,
  (_: string, task: string) => `${task}是不是社区的事`,
] as const;

const bodyOf = (text: string, region: string) => JSON.stringify({ text, region });

/** Bodies for /api/v1/answers, none of them the same as another of any round, so that none is answered from memory. */
export function freshQuestions(round: number): string[] {
  return Array.from({ length: 40_000 }, (_, i) => {
    const n = round * 40_000 + i;
    const [paper, task] = [PAPERS[n % PAPERS.length], TASKS[n % TASKS.length]] as [string, string];
    const say = SAYING[n % SAYING.length] as (typeof SAYING)[number];
    // What makes it another question is a name that says nothing: 甲乙丙 in ever other order.
    return bodyOf(`${say(paper, task)}，我是${nameOf(n)}的`, PLACES[n % PLACES.length] as string);
  });
}

/** The same few again and again. */
export const REPEATED_QUESTIONS: readonly string[] = PAPERS.map((paper, i) =>
  bodyOf(`社区能开${paper}证明吗`, PLACES[i % PLACES.length] as string),
);

const DIGITS = '甲乙丙丁戊己庚辛壬癸';
const nameOf = (n: number) =>
  String(n)
    .split('')
    .map((digit) => DIGITS[Number(digit)])
    .join('');
