import { askedTwoWays } from './two-ways.js';

/** One message of the scripted conversation. */
export interface ScriptedTurn {
  say: string;
  /** The intent that takes it. */
  intent: string;
  /** What the reply has to say, however its wording changes. */
  says: RegExp;
}

/** Longer than a question, on one line, as a terminal takes it. */
const LONG_NOTICE = `各社区要做好违建拆除和反诈宣传。${'区城管局已经印发工作方案，有关情况另行通报。'.repeat(48)}`;

/** A charter on one line. */
const CHARTER =
  '石坝村村规民约 第一条 爱护公共卫生。第二条 乱倒垃圾的罚款50元。第三条 尊老爱幼，邻里和睦。第四条 本公约经村民会议通过。';

/** A question that may be one of two. */
const { text: ASKED, names: NAMES } = askedTwoWays();

/** An answer in Nan'an that names this. */
const answerOn = (name: string) => new RegExp(`${name}[\\s\\S]*目录：重庆市南岸区`, 'u');

/**
 * One person's conversation over all intents and dialogs. Every channel runs it; the replies are in
 * conversation.golden.json.
 */
export const CONVERSATION: readonly ScriptedTurn[] = [
  { say: '你好', intent: 'greeting', says: /^您好，我是清单助手/ },
  { say: '帮助', intent: 'help', says: /比如：\n1\. / },
  { say: '依据是哪条', intent: 'show-basis', says: /还没有答过什么/ },
  { say: '去哪办', intent: 'where', says: /请先说要办什么事/ },
  { say: '有用', intent: 'feedback', says: /没有可以评价的/ },
  { say: '下一页', intent: 'browse-list', says: /没有在翻的清单/ },
  { say: '2025年呢', intent: 'set-scope', says: /请先说要问的事/ },
  { say: '现在呢', intent: 'set-scope', says: /请先说要问的事/ },
  { say: '1', intent: 'choose', says: /现在没有要选的/ },
  {
    say: '社区能开无犯罪记录证明吗',
    intent: 'ask',
    says: /^不能开。「无犯罪记录证明」[\s\S]*民发〔2020〕20号[\s\S]*不是工作人员/,
  },
  {
    say: '依据是哪条',
    intent: 'show-basis',
    says: /^「无犯罪记录证明」的依据是[\s\S]*各条说的是[\s\S]*民政部/,
  },
  { say: '去哪办', intent: 'where', says: /去哪办：.*派出所/ },
  { say: '有用', intent: 'feedback', says: /记下「有用」/ },
  { say: '那死亡证明呢', intent: 'follow-up', says: /死亡证明/ },
  { say: '要带什么材料', intent: 'details', says: /没有写，我不能替它猜/ },
  { say: '老人是在家里走的', intent: 'add-fact', says: /答复不变：不能开/ },
  { say: '就是不能开对吧', intent: 'explain', says: /^不能开。「死亡证明」/ },
  { say: '那怎么办', intent: 'what-next', says: /「死亡证明」：/ },
  { say: '怎么回他', intent: 'draft', says: /直接复制：\n您好/ },
  { say: '你们就是踢皮球', intent: 'upset', says: /着急/ },
  { say: '可靠吗', intent: 'about-me', says: /不是正式答复/ },
  { say: '为什么', intent: 'show-basis', says: /「死亡证明」的依据是/ },
  { say: '该找哪个部门', intent: 'responsible', says: /去哪办：/ },
  { say: '还有哪些', intent: 'browse-list', says: /不应出具的证明共\d+项，这里是第1至10项/ },
  { say: '下一页', intent: 'browse-list', says: /这里是第11至/ },
  { say: '上一页', intent: 'browse-list', says: /这里是第1至10项/ },
  { say: '上一页', intent: 'browse-list', says: /已经是第一页/ },
  { say: '取消', intent: 'cancel', says: /先放下/ },
  { say: '下一页', intent: 'browse-list', says: /没有在翻的清单/ },
  { say: '我在南岸区', intent: 'set-scope', says: /按重庆市南岸区的规定来答/ },
  { say: '我是社区工作者', intent: 'set-scope', says: /按社区工作者的身份来答/ },
  { say: '街道让社区拆除违法建设，归社区管吗', intent: 'ask', says: /不应承担[\s\S]*目录：重庆市南岸区/ },
  { say: '凭什么', intent: 'show-basis', says: /依据：\n1\. / },
  { say: '换成湖北呢', intent: 'set-scope', says: /目录：湖北省/ },
  { say: '2025年呢', intent: 'set-scope', says: /目录：湖北省，按2025-12-31有效的规定/ },
  { say: '那招商引资呢', intent: 'follow-up', says: /招商引资[\s\S]*目录：湖北省，按2025-12-31/ },
  { say: '现在呢', intent: 'set-scope', says: /招商引资[\s\S]*目录：湖北省，2026-06-30有效/ },
  { say: '我在南岸区', intent: 'set-scope', says: /目录：重庆市南岸区，2026-06-30有效/ },
  { say: '帮我写个退回函', intent: 'draft', says: /关于商请调整有关工作任务的函[\s\S]*招商引资/ },
  {
    say: '居委会要不要负责招商引资',
    intent: 'ask',
    says: /不应承担[\s\S]*目录：重庆市南岸区，2026-06-30有效/,
  },
  { say: '不对', intent: 'feedback', says: /记下「不对」/ },
  { say: '不对，我问的是居民养犬证明', intent: 'feedback', says: /养犬/ },
  { say: '谢谢', intent: 'greeting', says: /不客气/ },
  { say: '负面清单有哪些', intent: 'browse-list', says: /负面事项共\d+项/ },
  { say: '还有吗', intent: 'browse-list', says: /列完了|这里是第11至/ },
  { say: '有哪些清单', intent: 'browse-list', says: /清单有五种/ },
  { say: '自治事项有哪些', intent: 'browse-list', says: /自治事项共\d+项，这里是第1至10项/ },
  { say: '更多', intent: 'browse-list', says: /这里是第11至/ },
  { say: '社区能开哪些证明', intent: 'browse-list', says: /可以出具的证明/ },
  { say: '什么叫费随事转', intent: 'ask', says: /费随事转[\s\S]*渝民函〔2022〕166号/ },
  { say: '原文呢', intent: 'show-basis', says: /费随事转/ },
  {
    say: ASKED,
    intent: 'ask',
    says: /^您问的是哪一项？\n1\. .+\n2\. .+\n都不是的话/,
  },
  { say: '5', intent: 'choose', says: /请回复 1 到 2 的数字/ },
  { say: '第一个', intent: 'choose', says: answerOn(NAMES[0]) },
  { say: '什么依据', intent: 'show-basis', says: /」的依据是《/ },
  { say: ASKED, intent: 'ask', says: /^您问的是哪一项？/ },
  { say: '②', intent: 'choose', says: answerOn(NAMES[1]) },
  { say: ASKED, intent: 'ask', says: /^您问的是哪一项？/ },
  { say: NAMES[0], intent: 'choose', says: answerOn(NAMES[0]) },
  { say: ASKED, intent: 'ask', says: /^您问的是哪一项？/ },
  { say: '社区能开出生证明吗', intent: 'ask', says: /不能开。「出生证明」/ },
  { say: '能开不', intent: 'unclear', says: /「出生证明」/ },
  { say: ASKED, intent: 'ask', says: /^您问的是哪一项？/ },
  { say: '取消', intent: 'cancel', says: /先放下/ },
  { say: '一', intent: 'choose', says: /现在没有要选的/ },
  { say: ASKED, intent: 'ask', says: /^您问的是哪一项？/ },
  { say: '都不是', intent: 'choose', says: /说具体一点/ },
  { say: '转人工', intent: 'handoff', says: /人工咨询请找：某街道便民服务中心\n电话：000-00000000/ },
  { say: '社区能开出生证明吗', intent: 'ask', says: /不能开。「出生证明」/ },
  { say: '不限地区', intent: 'set-scope', says: /目录：全国/ },
  { say: '我是街道干部，社区要不要协助反诈宣传', intent: 'set-scope', says: /目录：全国/ },
  { say: '我在南安区', intent: 'set-scope', says: /不认识地区「南安区」，是不是 重庆市南岸区？/ },
  { say: '我住重庆', intent: 'set-scope', says: /按重庆市的规定来答/ },
  { say: '社区能不能给我开单身证明，我身份证号是11010519491231002X', intent: 'ask', says: /婚姻状况/ },
  { say: '依据呢', intent: 'show-basis', says: /「婚姻状况证明」的依据是/ },
  { say: '去年呢', intent: 'set-scope', says: /按2025-12-31有效的规定/ },
  { say: '现在呢', intent: 'set-scope', says: /2026-06-30有效/ },
  { say: '今天天气怎么样', intent: 'greeting', says: /这个我不会聊/ },
  { say: '怎么考驾照', intent: 'ask', says: /这个我答不了/ },
  { say: '你是机器人吗', intent: 'about-me', says: /不是工作人员/ },
  { say: '請問社區能開無犯罪記錄證明嗎', intent: 'ask', says: /不能开。「无犯罪记录证明」/ },
  {
    say: '燃气安全排查统计表能不能不填',
    intent: 'check-register',
    says: /重庆市的登记里没有“燃气安全排查统计表”[\s\S]*有关规定/,
  },
  { say: '这块牌子能不挂吗', intent: 'check-register', says: /没有说是哪一个[\s\S]*有关规定/ },
  {
    say: '独居老人助餐服务能不能交给社会组织',
    intent: 'takeover',
    says: /可由社会组织承接[\s\S]*生活服务类/,
  },
  { say: '村规民约要写什么', intent: 'charter-rules', says: /一般写[\s\S]*第三十一条[\s\S]*不能写：罚款；/ },
  { say: '登记用章', intent: 'register-stamp', says: /只能在社区自己的渠道里做/ },
  { say: '按全国的规定', intent: 'set-scope', says: /目录：全国/ },
  {
    say: LONG_NOTICE,
    intent: 'screen-notice',
    says: /交给社区的任务有 2 项[\s\S]*违建拆除[\s\S]*不应承担[\s\S]*可以这样回复/,
  },
  {
    say: '西城区社区准入制怎么申请',
    intent: 'admission-process',
    says: /至少提前30个工作日[\s\S]*15个工作日内批完[\s\S]*依据：\n〔1〕/,
  },
  { say: '我们要申请准入', intent: 'apply-admission', says: /这件事在哪个地区实施/ },
  { say: '重庆市渝北区', intent: 'apply-admission', says: /【事项名称】/ },
  { say: '楼道堆物巡查登记', intent: 'apply-admission', says: /【申请部门】/ },
  { say: '先放一放', intent: 'apply-admission', says: /继续申请/ },
  { say: '准入〔2026〕0001号办到哪一步了', intent: 'admission-status', says: /要有查询码/ },
  { say: '继续申请', intent: 'apply-admission', says: /接着填[\s\S]*【申请部门】/ },
  { say: '取消', intent: 'cancel', says: /先放下[\s\S]*继续申请/ },
  { say: '我要反映一个问题', intent: 'new-demand', says: /请说是什么事、在哪里/ },
  { say: '小区楼道灯坏了没人修', intent: 'demand-details', says: /小事（协商共办）[\s\S]*确认登记/ },
  { say: '补充：坏了一个星期', intent: 'demand-details', says: /楼道灯坏了没人修，坏了一个星期/ },
  { say: '确认登记 3号楼2单元', intent: 'new-demand', says: /件号 诉〔2026〕0001号，查询码 [2-9A-Z]{6}/ },
  { say: '我的诉求办到哪一步了', intent: 'case-status', says: /件号和查询码一起发来/ },
  { say: '诉〔2026〕0001号 AAAAAA', intent: 'case-status', says: /对不上/ },
  { say: '诉〔2026〕0001号 333333', intent: 'case-status', says: /已接件[\s\S]*分流：小事/ },
  { say: '明天提醒我问灯的事', intent: 'remind-me', says: /2026-07-01 提醒「问灯的事」/ },
  { say: '落款 珊瑚社区居委会', intent: 'signature', says: /函的落款写珊瑚社区居委会/ },
  { say: CHARTER, intent: 'charter', says: /1 处同法律抵触[\s\S]*第二条[\s\S]*罚款[\s\S]*没有看到「备案」/ },
  { say: '删除我的记录', intent: 'forget-me', says: /删了不能恢复[\s\S]*确认删除/ },
  { say: '确认删除', intent: 'forget-me', says: /已删除您的 3 条记录/ },
  { say: '我能问什么', intent: 'help', says: /说一件事、一份证明/ },
  { say: '好的', intent: 'greeting', says: /还有要问的直接说/ },
  { say: '再见', intent: 'greeting', says: /再见/ },
];
