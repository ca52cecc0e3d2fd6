import { HIDDEN } from './marks.js';
import type { Words } from './words.js';

/** Why a clause is no task although somebody is told something. */
export type Idle = 'exhortation' | 'goal' | 'prohibition' | 'background' | 'date' | 'detail';

/** What a predicate (without brackets) is when it is no task; null where it is one. `told`: its clause names who acts. */
export function idleness(predicate: string, told: boolean, words: Words): Idle | null {
  const text = predicate.replaceAll(HIDDEN, '').trim();
  if (text === '') return 'detail';
  if (words.prohibitions.at(text, 0) !== undefined || BARRED.test(text)) return 'prohibition';
  if (ANSWERABLE.test(text) && told) return null;
  if (words.pasts.at(text, 0) !== undefined || ROLE.test(text) || SEEN_FROM.test(text)) return 'background';
  if (STANDING.test(text)) return 'background';
  if (PLAYING.test(text)) return 'exhortation';
  if (INTO.test(text) && words.verbs.find(text, 2) === undefined) return 'detail';
  if (STAGE.test(text)) return 'date';
  if (THIS_PAPER.test(text)) return 'background';
  const titled = TITLE.test(text) && words.verbs.at(text, 0) === undefined;
  if (titled || PAPER.test(text)) return 'background';
  if (QUOTA.test(text)) return told && ACT_QUOTA.test(text) ? null : 'goal';
  if (AMOUNT.test(text)) return 'detail';
  if (REWARD.test(text)) return 'detail';
  if (DEADLINE.test(text) || LIMIT.test(text)) return 'date';
  if (/^对[^,]{1,12}负(?:总|全|主体)?责$/u.test(text)) return 'exhortation';
  const goal = words.goals.at(text, 0);
  if (goal !== undefined) return 'goal';
  if (words.exhortations.at(text, 0) !== undefined) return 'exhortation';
  if (LIAISON.test(text)) return 'exhortation';
  if (!told && (/^(?:鼓励|支持|欢迎|提倡)/u.test(text) || FORMING.test(text))) return 'exhortation';
  if (WHILE.test(text)) return 'date';
  const first = words.lightVerbs.at(text, 0) ?? words.verbs.at(text, 0);
  // 献血车: a thing that is called after what is done with it.
  const verb = first !== undefined && /^[车站室者率]/u.test(text.slice(first.length)) ? undefined : first;
  const acting =
    verb !== undefined ||
    (/^(?:对|将|把|就|在|于|到|按|按照|结合|依托|根据|参照|代|替|帮|向|与|同|为|给|从|用|以|利用|通过|针对|深入|面向|围绕|聚焦|紧盯|配合|逐)/u.test(
      text,
    ) &&
      words.verbs.find(text, 1) !== undefined);
  if (!acting && !told) return 'detail';
  const object =
    told && verb !== undefined && words.lightVerbs.has(verb)
      ? text.slice(verb.length)
      : objectOf(text, verb, words);
  if (text.split(/[、并]/u).some((step) => words.wholeTasks.has(step))) return null;
  if (words.genericObjects.has(object) || /^(?:以下|下列|如下)/u.test(object)) return 'exhortation';
  return object.length < 2 || (SENDING.test(text) && isOffice(object, words)) ? 'detail' : null;
}

/** 报送平安办: to whom, and not what. */
function isOffice(object: string, words: Words): boolean {
  if (words.others.has(object)) return true;
  return (
    object.length <= 8 && words.office.exec(object)?.[0] === object && words.verbs.find(object) === undefined
  );
}
const SENDING =
  /^(?:报送|上报|报告|报|反馈|转报|联系|移交|转|提交|交|录入|导入|输入|上传|推送|发送|发至|发到)/u;

/** 施工期间, 改造完成后. */
const WHILE = /^[^,]{0,12}(?:期间|过程中|结束后|完成后|开始前|之后|之前)$/u;
/** 与燃气企业做好衔接. */
const LIAISON = /^(?:与|同|和).{2,16}(?:衔接|沟通|对接|联系|协调|配合|协作)$/u;
/** 为成员, 为第一责任人. */
const ROLE = /^为(?:[^,]{0,20})?(?:责任人|责任主体|责任单位|成员|组长|副组长|联络员|牵头单位)$/u;
/** 是本辖区火灾防控第一责任人: in charge of something that is named, which is a task. */
const ANSWERABLE =
  /^(?:是|为)(?:本|该)?(?:辖区|社区|村|区域)?(?:内)?(?!第一|主要|直接|主体)[\p{Script=Han}“”]{2,16}?的?(?:第一责任人|直接责任人|责任主体|责任单位)$/u;
/** 从督查情况看. */
const SEEN_FROM =
  /^从[^,]{2,14}(?:来)?看$|占[\d一二三四五六七八九两]+成|^[^,]{0,20}(?:同比|环比)(?:上升|下降|增长|减少)[^,]{0,8}$/u;
/** 排全区倒数第三; 先给群众开了. */
const STANDING =
  /^(?:排名?|位列|位居)(?:全|第|在)|^给[^,]{1,6}了$|^[^,]{1,8}到了$|^[^,]{0,6}注意(?:保暖|安全|身体|防寒|防暑)$/u;
/** 深入楼栋. */
const INTO = /^(?:深入|走进|进入|来到)[^,]{2,12}$/u;
/** 发挥调解委员会作用. */
const PLAYING = /^(?:充分)?发挥[^,]{2,20}作用$/u;
/** APP安装注册率达到85%: where nothing else says what is to be done, the quota does. */
const ACT_QUOTA = /(?:安装|注册|参保|签约|接种|征订|缴费|下载|认证)率/u;
/** 动员部署阶段. */
const STAGE = /^[^,]{0,12}阶段$/u;
/** 制定本方案. */
const THIS_PAPER = /^(?:特)?(?:制定|制订|印发)本(?:办法|方案|细则|清单|规定|通知|预案)$/u;
/** 《考核细则》已经会议审定; the title of an annex. */
const PAPER = /^《[^》]+》(?:已|经|是|自|由)/u;
const TITLE = /^[^,]{4,30}(?:细则|办法|方案)$/u;
/** 注册率达到60%. */
const QUOTA =
  /^[^,]{0,16}(?:率|覆盖面|比例|数)[^,]{0,10}(?:达到?|不低于|不少于|超过|控制在|提高|提升|\d+(?:\.\d+)?%$)/u;
/** 成立由党委书记任组长的领导小组: who leads is the office that wrote it. */
const FORMING = /^成立[^,]{0,24}(?:领导小组|工作专班|工作组|指挥部|专班)$/u;
/** 每个社区2个, 得5分: how many, and of what stands elsewhere. */
const AMOUNT = /^(?:各|共|约|至少|不少于|不超过|得|计|记|占|满分)?\d+(?:\.\d+)?\p{Script=Han}{1,2}$/u;
/** 完成目标的奖励3000元: what is paid is no work. */
const REWARD = /^[^,]{0,12}(?:奖励|补助|补贴|奖补)[^,]{0,6}\d+(?:万)?元/u;
/** 征订工作于11月30日前完成: a time for what was said elsewhere. */
const LIMIT = /^(?:[\p{Script=Han}]{0,4})?(?:时限|期限|截止时间|时间)(?:均|都|统一)?(?:为|是|至|截至)/u;
const DEADLINE =
  /(?:\d{1,2}日|月底|年底|月|底|前)(?:之?前|内)?(?:全部|基本|全面)?(?:完成|结束|启动|到位|完毕)$/u;

/** 未盖章的不予受理. */
const BARRED = /^[^,]{0,12}的?(?:不予|一律不|不得|严禁|不用|无需|不必)/u;
/** Up to here a run of verbs (排查整治) is only how something said before is done. */
const SHORT = 4;

/** What a predicate is about: without its verbs, adverbs and particles; a verb that is a noun as well stays. */
function objectOf(text: string, verb: string | undefined, words: Words): string {
  let rest = text;
  let next: string | undefined = verb;
  while (next !== undefined && rest.length > 0) {
    // 提供代缴服务: the last verb is the name of what is provided.
    if (rest !== text && rest.length - next.length < 2 && text.length > SHORT) break;
    rest = rest.slice(next.length).replace(/^[好了到和、及并]/u, '');
    if (words.genericObjects.has(rest)) return rest;
    next = words.adverbs.at(rest, 0) ?? words.verbs.at(rest, 0);
    // 做好反诈宣传: behind a light verb a verb is the name of an action.
    if (next !== undefined && verb !== undefined && words.lightVerbs.has(verb) && rest.length > next.length)
      break;
  }
  return rest.replace(/[的了]$/u, '');
}

/** 发现隐患的,及时报告街道: what is reported stands in the clause before. */
const REPORTING =
  /^(?:向[^,]{2,14}?|先行|先)?(?:报告|上报|反馈|报案|报|转报|联系|劝阻|制止|劝返|劝离|处置|通知|告知)/u;

/** Says what to do about what the clause before names. */
export const isReporting = (predicate: string): boolean => REPORTING.test(predicate);

/** 对排查发现的隐患, 凡符合条件的, 如遇雨天: says when or on what the next clause acts. */
export function isContext(predicate: string, words: Words): boolean {
  const text = predicate.replaceAll(HIDDEN, '');
  if (
    text.length >= 4 &&
    /(?<!目)的$|(?:情况|问题)[时后]$|的(?:村\(社区\)|村社区|社区|居民区|村|单位)$/u.test(text)
  )
    return true;
  if (/^(?:凡|凡是|如|如遇|若|遇|遇到|一旦|发现[^,]{0,20}(?:的|时|后)$)/u.test(text)) return true;
  const onWhat = /^(?:对于|针对|对)/u.exec(text)?.[0];
  const acts = /(?:进行|开展|予以|给予|实施|逐)/u.test(text);
  if (onWhat !== undefined && !acts && words.verbs.find(text, onWhat.length) === undefined) return true;
  return (
    onWhat !== undefined &&
    /(?:的|人员|对象|家庭|问题|隐患|情况|行为|线索|群体|户|区域|部位|场所|点位|时|后|老人|儿童|车辆|犬只|人群|的[^,]{1,8})$/u.test(
      text,
    ) &&
    !acts
  );
}
