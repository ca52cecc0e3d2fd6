import { describe, expect, it } from 'vitest';
import { readNotice } from './lexicon.js';

/** A notice to the communities with one paragraph. */
const toCommunities = (body: string) =>
  `关于做好有关工作的通知\n\n各社区：\n　　${body}\n\n青石街道办事处\n2026年3月1日\n`;
const toAll = (body: string) => toCommunities(body).replace('各社区：', '各村（社区）、各部门：');
const plan = (body: string) => `青石街道环境整治工作方案\n\n　　${body}\n`;

function phrases(text: string): string[] {
  return readNotice(text).assigned.map(({ start, end }) => text.slice(start, end));
}

describe('phrases that hand a task to the committee', () => {
  it.each([
    ['by a subject and 要', plan('各村（社区）要开展消防隐患排查。'), ['开展消防隐患排查']],
    ['by 由社区负责', plan('占道经营整治由社区负责。'), ['占道经营整治']],
    ['by 由社区 and a verb', plan('由各社区负责清理楼道杂物。'), ['清理楼道杂物']],
    ['through network workers', plan('社区网格员每日巡查辖区水域。'), ['巡查辖区水域']],
    ['with a deadline', plan('各社区于6月30日前上报排查台账。'), ['上报排查台账']],
    ['when an office sets it to work', plan('街道应急办组织社区网格员开展入户宣传。'), ['开展入户宣传']],
    ['when something is passed on', plan('街道将信访件转交社区办理。'), ['信访件']],
    ['by a bracket behind it', plan('1.清理违规停放的车辆。（责任单位：各社区）'), ['清理违规停放的车辆']],
    ['by a named committee', plan('翠湖社区负责拆除围墙边的棚屋。'), ['拆除围墙边的棚屋']],
    ['by a description of it', plan('抽中的村（社区）要选聘辅助调查员。'), ['选聘辅助调查员']],
    [
      'without any subject, when only communities are addressed',
      toCommunities('一、开展入户走访。请于月底前完成困难家庭走访。'),
      ['完成困难家庭走访'],
    ],
    ['when communities and offices are addressed', toAll('各单位要组织无偿献血动员。'), ['组织无偿献血动员']],
  ])('are found %s', (_, text, expected) => {
    expect(phrases(text)).toEqual(expected);
  });

  it.each([
    ['offices', '综合执法大队要拆除违法建筑。'],
    ['the street', '街道要加强业务指导，落实工作经费。'],
    ['departments', '各部门要主动认领任务。'],
    ['residents', '居民应当自觉清理楼道杂物。'],
    ['somebody unknown', '调查户应当如实填写记账本。'],
    ['what has 社区 in its name only', '社区卫生服务中心负责患者随访。'],
    ['an office that helps', '司法所要指导社区开展法治宣传。'],
  ])('are not what is told to %s', (_, body) => {
    expect(phrases(plan(body))).toEqual([]);
  });

  it.each([
    ['background', '近年来，各街道消防形势总体平稳。'],
    ['exhortation', '各社区要高度重视，加强领导，压实责任。'],
    ['goal', '各社区要确保不留死角。'],
    ['prohibition', '各社区不得擅自收费。'],
  ] as const)('are not %s', (reason, body) => {
    const { assigned, passedOver } = readNotice(toCommunities(body));
    expect(assigned).toEqual([]);
    expect(passedOver.map((part) => part.reason)).toContain(reason);
  });
});

describe('who is meant', () => {
  it.each([
    [
      'the second party of a pledge',
      '平安责任书\n甲方：青石镇人民政府\n乙方：各村民委员会\n一、甲方责任\n（一）落实工作经费。\n二、乙方责任\n（一）排查出租房屋。\n',
      ['排查出租房屋'],
    ],
    ['who is greeted in a group', '@所有人 各社区书记好！请今天下班前张贴停水告示。\n', ['张贴停水告示']],
    [
      'the committee in rules that score it',
      '社区平安建设考核细则\n一、考核内容\n1.走访独居老人。（10分）\n',
      ['走访独居老人'],
    ],
    [
      'who helps, with what others lead',
      plan('自建房隐患排查由规建办负责，各社区配合。'),
      ['自建房隐患排查'],
    ],
    ['who leads, whatever others help', plan('由玉兰社区牵头、司法所配合，调解物业纠纷。'), ['调解物业纠纷']],
    [
      'who is asked after somebody else’s plan',
      toCommunities('文明办将于下周测评，请抓好以下几点：\n1.清理楼道杂物。'),
      ['清理楼道杂物'],
    ],
  ])('%s', (_, text, expected) => {
    expect(phrases(text)).toEqual(expected);
  });

  it.each([
    ['the community’s police', '派出所社区民警要走访出租房东。'],
    ['a health centre with a community’s name', '玉兰社区卫生服务中心负责随访慢病患者。'],
    ['who is heard in a meeting', '有与会同志提出由社区承担拆除费用。'],
  ])('not %s', (_, body) => {
    expect(phrases(plan(body))).toEqual([]);
  });

  it('of what is reported, with the clause that names it', () => {
    const text = plan('各社区发现消防隐患的，及时向街道报告。');
    expect(phrases(text)).toEqual(['发现消防隐患的，及时向街道报告']);
  });
});

describe('the subject', () => {
  it('goes on to the next clauses and sentences of its paragraph', () => {
    const text = plan('各社区要张贴禁火通告，发放宣传手册。要登记外来车辆。');
    expect(phrases(text)).toEqual(['张贴禁火通告', '发放宣传手册', '登记外来车辆']);
  });

  it('ends where another one is named', () => {
    expect(phrases(plan('各社区要张贴禁火通告，派出所要依法处罚，收缴火种。'))).toEqual(['张贴禁火通告']);
  });

  it('comes from the heading of a section, until the next heading of its rank', () => {
    const text = plan(
      '一、各社区职责\n（一）摸排独居老人。\n（二）走访困难家庭。\n二、各部门职责\n（一）审核救助申请。',
    );
    expect(phrases(text)).toEqual(['摸排独居老人', '走访困难家庭']);
  });

  it('comes from the line that announces a list', () => {
    const text = plan('各社区要做好以下工作：\n1.摸排独居老人；\n2.走访困难家庭。');
    expect(phrases(text)).toEqual(['摸排独居老人', '走访困难家庭']);
  });

  it('comes from the cell of a table', () => {
    const text = plan('序号\t内容\t责任单位\n1\t新增停车泊位\t规建办\n2\t摸排独居老人\t各社区');
    expect(phrases(text)).toEqual(['摸排独居老人']);
  });

  it('of an office that lets the committee work stays the office', () => {
    expect(phrases(plan('街道应急办要组织社区开展隐患排查，及时修缮危旧房屋。'))).toEqual(['开展隐患排查']);
  });
});

describe('compound tasks', () => {
  it.each([
    [
      'actions that share a light verb',
      '做好消防排查、违建拆除和反诈宣传',
      ['消防排查', '违建拆除', '反诈宣传'],
    ],
    ['fields that end in 等工作', '做好低保、临时救助、医疗救助等工作', ['低保', '临时救助', '医疗救助']],
    [
      'several verbs',
      '张贴宣传海报、发放宣传手册并登记外来车辆',
      ['张贴宣传海报', '发放宣传手册', '登记外来车辆'],
    ],
  ])('are taken apart: %s', (_, predicate, expected) => {
    expect(phrases(plan(`各社区要${predicate}。`))).toEqual(expected);
  });

  it.each([
    ['several objects of one verb', '排查出租房、合租房和空置房'],
    ['parts that share their last word', '开展消防、燃气、电动车安全排查'],
    ['及 inside a word', '走访留守儿童及时送去慰问品'],
  ])('stay one task: %s', (_, predicate) => {
    expect(phrases(plan(`各社区要${predicate}。`))).toEqual([predicate]);
  });
});

describe('demands on the committee', () => {
  it.each([
    ['assessment', '街道将把此项工作纳入社区年度考核。'],
    ['assessment', '对排名末位的社区实行一票否决。'],
    ['plaque', '各社区要悬挂统一制作的标识牌。'],
    ['ledger', '各社区要建立隐患排查台账。'],
    ['meeting', '各社区书记要参加工作例会。'],
    ['trace', '网格员每日在微信群上传巡查照片。'],
    ['seal', '申请表须经所在社区审核并加盖公章。'],
  ])('of the kind %s are caught: %s', (kind, body) => {
    expect(readNotice(plan(body)).assigned.map(({ formality }) => formality?.kind)).toEqual([kind]);
  });

  it('are none where the committee calls its own meetings', () => {
    const [task] = readNotice(plan('各社区要召开居民会议讨论公约。')).assigned;
    expect(task?.formality).toBeNull();
  });
});

describe('the parts of a notice', () => {
  it('title, number, address and signature are read off it', () => {
    const text =
      '青石街道办事处\n关于做好防汛工作的通知\n青办发〔2026〕5号\n\n各社区：\n请做好防汛值守。\n\n青石街道办事处\n2026年6月1日\n';
    const { layout: notice } = readNotice(text);
    expect(notice).toMatchObject({
      title: '青石街道办事处关于做好防汛工作的通知',
      number: '青办发〔2026〕5号',
      issuer: '青石街道办事处',
    });
    expect([...notice.addressees]).toEqual(['committee']);
  });

  it('an annex behind the signature is read as well', () => {
    const text = `${toCommunities('现将方案印发给你们，请认真组织实施。')}\n附件1\n垃圾分类方案\n2.各社区：开展桶边督导；评选示范家庭。\n`;
    expect(phrases(text)).toEqual(['开展桶边督导', '评选示范家庭']);
  });

  it('a line that a converter wrapped is put together again', () => {
    const text = plan('各社区要于每月二十五日以前对辖区所有沿街商铺和出租房\n屋开展安全用电排查。');
    expect(phrases(text).map((phrase) => phrase.replace('\n', ''))).toEqual([
      '对辖区所有沿街商铺和出租房屋开展安全用电排查',
    ]);
  });
});

describe('what other writers do', () => {
  const chat = (body: string) => `@各社区书记 辛苦大家：\n${body}\n`;
  it.each([
    ['a message in a group', chat('1、把积雪点位表发到邮箱'), ['把积雪点位表发到邮箱']],
    [
      'an address that its text follows at once',
      '@所有人\n各社区：请于周五前登记空置房。\n物业的事下次说。\n',
      ['登记空置房'],
    ],
    ['a paper before what becomes of it', toCommunities('巡查照片当天传群里。'), ['巡查照片当天传群里']],
    [
      'a paper with a time in between',
      toCommunities('志愿者名单周五前交民政办。'),
      ['志愿者名单周五前交民政办'],
    ],
    ['a condition without a comma', chat('发现井盖破损的立即报告街道。'), ['发现井盖破损的立即报告街道']],
    ['communities that are behind', chat('1、高龄津贴认证还差3个社区，抓紧'), ['高龄津贴认证']],
    ['what has not been handed in', chat('防汛沙袋统计表，没报的今天补上'), ['防汛沙袋统计表']],
    [
      'pay and money as consequence',
      toCommunities('逾期未交的，扣发社区书记当月绩效。'),
      ['逾期未交的，扣发社区书记当月绩效'],
    ],
    [
      'honours that are forbidden',
      toCommunities('积分未达标的村，年底不得评优。'),
      ['积分未达标的村，年底不得评优'],
    ],
    ['several committees with any verb', plan('各社区腾挪闲置用房。'), ['腾挪闲置用房']],
    ['whoever is named behind 由', plan('由各居民区排摸失业人员。'), ['排摸失业人员']],
    ['a model that is followed', plan('各社区参照街道成立除雪队。'), ['成立除雪队']],
    ['a campaign in quotation marks', plan('各社区结合“敲门行动”收集居民诉求。'), ['收集居民诉求']],
    [
      'a paper that is asked for',
      toAll('居住情况证明，请各社区予以开具。'),
      ['居住情况证明，请各社区予以开具'],
    ],
    [
      'two actors and two tasks in one cell',
      '任务分解表\n序号\t任务\t责任单位\n1\t协助登记养殖户；审批养殖用地\t各村；镇规建办\n',
      ['协助登记养殖户'],
    ],
    [
      'a head that says whose work the list is',
      '一月工作安排\n现将需由社区完成的工作列表如下。\n1.登记空置房。\n2.清点健身器材。\n',
      ['登记空置房', '清点健身器材'],
    ],
    [
      'tasks that a table only names, beside whoever leads',
      '任务安排\n需社区落实的工作列表如下：\n工作内容\t时限\t牵头科室\n健身器材普查登记\t3月1日\t城建办\n春季就业宣传活动\t全月\t人社所\n',
      ['健身器材普查登记', '春季就业宣传活动'],
    ],
    [
      'colleagues and grids that are addressed',
      '关于走访的通知\n\n社区各位同事、各网格：\n　　1.收集居民诉求。\n',
      ['收集居民诉求'],
    ],
    ['being made answerable', plan('各村书记是本村森林防火第一责任人。'), ['是本村森林防火第一责任人']],
    [
      'a short sentence with a number',
      toCommunities('一、现将任务明确。\n二、工作小结于每月25日前报街道党建办。感谢支持。'),
      ['工作小结于每月25日前报街道党建办'],
    ],
  ])('is found: %s', (_, text, expected) => {
    expect(phrases(text)).toEqual(expected);
  });

  it.each([
    ['a stage', '动员部署阶段（11月上旬）。'],
    ['a view from somewhere', '从摸底结果看，独居老人占三成。'],
    ['the paper itself', '结合实际，制定本办法。'],
    ['a body that plays its part', '各社区要充分发挥调解委员会作用。'],
    ['where somebody goes', '各社区要深入楼栋。'],
    ['who may ask', '居民有疑问的，可拨打热线咨询。'],
    ['a ban on papers', '不得要求居民到社区开具证明。'],
  ])('is no task: %s', (_, body) => {
    expect(phrases(toCommunities(body))).toEqual([]);
  });
});
