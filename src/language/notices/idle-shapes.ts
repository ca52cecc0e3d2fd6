/** Shapes of predicates that are no task, or that are one although they look like none. */

/** 为成员, 为第一责任人. */
export const ROLE = /^为(?:[^,]{0,20})?(?:责任人|责任主体|责任单位|成员|组长|副组长|联络员|牵头单位)$/u;
/** 是本辖区火灾防控第一责任人: in charge of something that is named, which is a task. */
export const ANSWERABLE =
  /^(?:是|为)(?:本|该)?(?:辖区|社区|村|区域)?(?:内)?(?!第一|主要|直接|主体)[\p{Script=Han}“”]{2,16}?的?(?:第一责任人|直接责任人|责任主体|责任单位)$/u;
/** 从督查情况看. */
export const SEEN_FROM =
  /^从[^,]{2,14}(?:来)?看$|占[\d一二三四五六七八九两]+成|^[^,]{0,20}(?:同比|环比)(?:上升|下降|增长|减少)[^,]{0,8}$/u;
/** 排全区倒数第三; 先给群众开了. */
export const STANDING =
  /^(?:排名?|位列|位居)(?:全|第|在)|^给[^,]{1,6}了$|^[^,]{1,8}到了$|^[^,]{0,6}注意(?:保暖|安全|身体|防寒|防暑)$/u;
/** 深入楼栋. */
export const INTO = /^(?:深入|走进|进入|来到)[^,]{2,12}$/u;
/** 发挥调解委员会作用. */
export const PLAYING = /^(?:充分)?发挥[^,]{2,20}作用$/u;
/** APP安装注册率达到85%: where nothing else says what is to be done, the quota does. */
export const ACT_QUOTA = /(?:安装|注册|参保|签约|接种|征订|缴费|下载|认证)率/u;
/** 动员部署阶段. */
export const STAGE = /^[^,]{0,12}阶段$/u;
/** 制定本方案. */
export const THIS_PAPER = /^(?:特)?(?:制定|制订|印发)本(?:办法|方案|细则|清单|规定|通知|预案)$/u;
/** 《考核细则》已经会议审定; the title of an annex. */
export const PAPER = /^《[^》]+》(?:已|经|是|自|由)/u;
export const TITLE = /^[^,]{4,30}(?:细则|办法|方案)$/u;
/** 注册率达到60%. */
export const QUOTA =
  /^[^,]{0,16}(?:率|覆盖面|比例|数)[^,]{0,10}(?:达到?|不低于|不少于|超过|控制在|提高|提升|\d+(?:\.\d+)?%$)/u;
/** 成立由党委书记任组长的领导小组: who leads is the office that wrote it. */
export const FORMING = /^成立[^,]{0,24}(?:领导小组|工作专班|工作组|指挥部|专班)$/u;
/** 每个社区2个, 得5分: how many, and of what stands elsewhere. */
export const AMOUNT = /^(?:各|共|约|至少|不少于|不超过|得|计|记|占|满分)?\d+(?:\.\d+)?\p{Script=Han}{1,2}$/u;
/** 完成目标的奖励3000元: what is paid is no work. */
export const REWARD = /^[^,]{0,12}(?:奖励|补助|补贴|奖补)[^,]{0,6}\d+(?:万)?元/u;
/** 征订工作于11月30日前完成: a time for what was said elsewhere. */
export const LIMIT =
  /^(?:[\p{Script=Han}]{0,4})?(?:时限|期限|截止时间|时间)(?:均|都|统一)?(?:为|是|至|截至)/u;
export const DEADLINE =
  /(?:\d{1,2}日|月底|年底|月|底|前)(?:之?前|内)?(?:全部|基本|全面)?(?:完成|结束|启动|到位|完毕)$/u;
/** 未盖章的不予受理. */
export const BARRED = /^[^,]{0,12}的?(?:不予|一律不|不得|严禁|不用|无需|不必)/u;
/** 与燃气企业做好衔接. */
export const LIAISON = /^(?:与|同|和).{2,16}(?:衔接|沟通|对接|联系|协调|配合|协作)$/u;
/** 施工期间, 改造完成后. */
export const WHILE = /^[^,]{0,12}(?:期间|过程中|结束后|完成后|开始前|之后|之前)$/u;
