/** What a made-up street asks, writes down and is asked for. Places, offices' names and people are invented. */

export const STREET = '500112901';
export const COMMUNITIES = [
  ['500112901001', '清溪社区'],
  ['500112901002', '望江社区'],
  ['500112901003', '松园社区'],
];
export const [HOME] = COMMUNITIES[0];
/** The list of regions as an office loads it. */
export const REGIONS = ['代码,名称', `${STREET},青石街道`, ...COMMUNITIES.map((row) => row.join(','))].join(
  '\n',
);

/** Name, role, region, department. */
export const PEOPLE = [
  ['系统员', 'admin', '000000'],
  ['市级赵敏', 'city', '500000'],
  ['主管周宁', 'county-lead', '500112'],
  ['城管何川', 'county-department', '500112', '区城管局'],
  ['街道孙悦', 'street', STREET],
  ['书记李芳', 'secretary', HOME],
  ['社工陈杰', 'worker', HOME],
  ['审计吴桐', 'auditor', '500000'],
];

/** What was asked in eight weeks, and how often. */
export const QUESTIONS = [
  ['社区能开无犯罪记录证明吗', 26],
  ['居住证明社区给不给开', 21],
  ['孩子上学要居住证明，是不是找居委会', 9],
  ['婚姻状况证明去哪开', 17],
  ['收入证明居委会能盖章吗', 14],
  ['街道让我们社区负责拆违建，归我们管吗', 15],
  ['社区要不要管燃气安全检查', 12],
  ['亲属关系证明怎么办', 13],
  ['死亡证明社区开不开', 8],
  ['养犬证明要找社区吗', 7],
  ['高龄津贴认证是社区做吗', 11],
  ['人口普查入户是不是社区的事', 9],
  ['噪音扰民社区管不管', 10],
  ['最低生活保障要社区调查吗', 8],
  ['招商引资任务能不能压给社区', 6],
  ['社区要不要打卡学习强国', 5],
  ['电动车充电桩巡查归社区吗', 12],
  ['小区电梯坏了社区修不修', 9],
  ['阳台封闭要社区开同意书吗', 8],
  ['银行让我来社区开个活着的证明', 7],
  ['快递柜占道归谁管', 6],
  ['物业费欠缴证明社区出不出', 5],
];

/** Entries of the registers: kind, community, months ago, values. */
export const ENTRIES = [
  [
    'seal',
    0,
    9,
    {
      paper: '居住证明',
      applicant: '王某',
      demander: '某银行渝北支行',
      outcome: 1,
      route: '派出所',
      copies: 1,
    },
  ],
  [
    'seal',
    0,
    7,
    {
      paper: '无犯罪记录证明',
      applicant: '刘某',
      demander: '某保安公司',
      outcome: 1,
      ground: '民发〔2020〕20号',
      route: '派出所',
    },
  ],
  [
    'seal',
    0,
    5,
    { paper: '特困人员认定情况说明', applicant: '陈某', demander: '区民政局', outcome: 0, copies: 2 },
  ],
  [
    'seal',
    1,
    4,
    { paper: '收入证明', applicant: '何某', demander: '某公证处', outcome: 1, route: '所在单位' },
  ],
  [
    'seal',
    1,
    2,
    { paper: '婚姻状况证明', applicant: '杨某', demander: '某银行', outcome: 1, route: '婚姻登记处' },
  ],
  [
    'seal',
    2,
    1,
    { paper: '居民委员会委员任职说明', applicant: '周某', demander: '街道办事处', outcome: 0, copies: 1 },
  ],
  [
    'forms',
    0,
    8,
    {
      name: '流动人口信息登记台账',
      sort: 1,
      demander: '区公安分局',
      level: 1,
      frequency: 1,
      fields: ['姓名', '身份证号', '现住址', '手机号'],
      hours: 4,
    },
  ],
  [
    'forms',
    0,
    6,
    {
      name: '安全隐患排查周报',
      sort: 0,
      demander: '区应急局',
      level: 1,
      frequency: 0,
      fields: ['点位', '隐患', '整改情况'],
      hours: 3,
    },
  ],
  [
    'forms',
    0,
    5,
    {
      name: '高龄老人信息采集表',
      sort: 2,
      demander: '区民政局',
      level: 1,
      frequency: 2,
      fields: ['姓名', '身份证号', '年龄', '手机号'],
      hours: 6,
    },
  ],
  [
    'forms',
    1,
    4,
    {
      name: '文明城市创建台账',
      sort: 1,
      demander: '青石街道',
      level: 2,
      frequency: 1,
      fields: ['点位', '照片', '责任人'],
      hours: 5,
    },
  ],
  [
    'forms',
    2,
    2,
    {
      name: '垃圾分类督导月报',
      sort: 0,
      demander: '区城管局',
      level: 1,
      frequency: 2,
      fields: ['小区', '投放率', '照片'],
      hours: 2,
    },
  ],
  ['boards', 0, 10, { name: '清溪社区居民委员会', where: 0, class: 0, work: '居民自治' }],
  ['boards', 0, 8, { name: '青石街道市民学校清溪分校', where: 0, class: 3, demander: '区教委', work: '无' }],
  [
    'boards',
    1,
    6,
    { name: '反诈宣传工作站', where: 1, class: 1, demander: '区公安分局', work: '每季宣传一次' },
  ],
  [
    'channels',
    0,
    9,
    { name: '平安渝北小程序', sort: 1, demander: '区委政法委', target: '居民注册率 60%', members: 4200 },
  ],
  [
    'channels',
    0,
    6,
    { name: '垃圾分类打卡群', sort: 3, demander: '区城管局', target: '每天上传照片', members: 36 },
  ],
  [
    'channels',
    2,
    3,
    {
      name: '消防安全学习平台',
      sort: 0,
      demander: '区消防救援支队',
      target: '每人每月 10 学时',
      members: 18,
    },
  ],
  [
    'meetings',
    0,
    3,
    { name: '创建工作推进会', demander: '青石街道', form: 0, people: 3, hours: 3, related: true },
  ],
  [
    'meetings',
    0,
    2,
    { name: '招商引资调度会', demander: '区商务委', form: 1, people: 2, hours: 2, related: false },
  ],
  [
    'meetings',
    1,
    2,
    { name: '秋季征兵动员会', demander: '区人武部', form: 0, people: 2, hours: 2, related: true },
  ],
  [
    'meetings',
    2,
    1,
    { name: '安全生产视频会', demander: '区应急局', form: 1, people: 2, hours: 2, related: true },
  ],
  [
    'assessments',
    0,
    7,
    {
      name: '垃圾分类专项考核',
      year: 2026,
      sort: 0,
      demander: '区城管局',
      indicators: ['投放准确率', '照片上传'],
      veto: false,
    },
  ],
  [
    'assessments',
    0,
    4,
    {
      name: '最美社区评比',
      year: 2026,
      sort: 1,
      demander: '青石街道',
      indicators: ['环境', '台账'],
      veto: false,
    },
  ],
  ['covenants', 0, 11, { name: '清溪社区居民公约', sort: 1, filedWith: '青石街道办事处', problems: [] }],
  ['organisations', 0, 8, { name: '清溪社区老年艺术团', class: 0, standing: 1, contact: '赵某', staff: 0 }],
  ['organisations', 1, 6, { name: '望江社区志愿服务队', class: 1, standing: 1, contact: '钱某', staff: 1 }],
];

/** Demands at the window: what, days ago, how far it has come. */
export const CASES = [
  ['3号楼二单元楼道灯坏了三天没人修', 1, 'received'],
  ['小区门口违停堵住消防通道', 2, 'routed'],
  ['楼上装修噪音大，中午也不停', 4, 'routed'],
  ['想给老人申请高龄津贴，要什么材料', 5, 'consulting'],
  ['6号楼电梯一周停了两次', 6, 'resolved'],
  ['楼道里堆满了纸箱，怕着火', 9, 'closed'],
  ['广场舞音响太吵', 16, 'closed'],
  ['化粪池堵了往外冒水', 24, 'closed'],
  ['路边的井盖松了，车过有响声', 33, 'closed'],
  ['流浪狗在小区里追小孩', 41, 'closed'],
];

/** An application for admission, complete but for what a case says otherwise. */
export const application = (different) => ({
  department: '区城管局',
  from: '2027-01-01',
  to: '2027-12-31',
  staff: { what: '每个街道派一名协管员', due: '2027-01-15' },
  power: '登记和报告，不作处罚',
  plaques: [],
  apps: [],
  contact: '区城管局市容科，023-6780 0000',
  ...different,
});
export const APPLICATIONS = [
  application({
    task: '楼道堆物巡查协助',
    description: '每月看一次楼道，发现堆物先劝导，劝导不了的登记后报街道。',
    basis: '《中华人民共和国消防法》第三十二条',
    scope: '全区各社区',
    workload: '每个社区每月一次，每次两小时',
    funds: { what: '每个社区每年 3000 元', amount: 3000, due: '2027-03-31' },
    forms: ['楼道巡查登记表'],
  }),
  application({
    task: '沿街商户门前三包签约',
    description: '协助发放责任书，回收后交街道。',
    basis: '区城管局门前三包工作方案',
    scope: '青石街道各社区',
    workload: '每年一次，约 200 户',
    funds: { what: '无' },
    forms: ['门前三包责任书'],
  }),
  application({
    task: '犬只登记信息核对',
    description: '按名单核对本社区养犬户，变动的报街道。',
    basis: '《中华人民共和国动物防疫法》第三十条',
    scope: '全区各社区',
    workload: '每季度一次，每次半天',
    funds: { what: '每个社区每年 1000 元', amount: 1000, due: '2027-06-30' },
    forms: ['养犬户核对表'],
  }),
  application({
    task: '垃圾分类每日上传照片',
    description: '每天两次到投放点拍照上传。',
    basis: '区城管局年度工作要点',
    scope: '全区各社区',
    workload: '每天两次，每次半小时',
    funds: { what: '无' },
    forms: ['督导日报'],
    apps: ['分类随手拍'],
  }),
];

export const NOTICE = `渝北区青石街道办事处关于做好岁末年初重点工作的通知

各社区居委会：
为做好岁末年初有关工作，现将事项通知如下。
一、协助做好流动人口信息登记，每周五下班前报送台账。
二、组织开展居民议事协商，及时公开居务。
三、各社区要负责拆除辖区内违法建设，12月15日前完成。
四、对辖区燃气用户逐户开展安全检查，建立隐患台账。
五、为有需要的居民出具无犯罪记录证明和收入证明。
六、协助开展最低生活保障对象入户调查。
七、完成反诈小程序注册任务，注册率不低于90%，纳入年终考核。

青石街道办事处
2026年11月20日
`;

/** A list of the county as it is sent out. */
export const LIST = [
  '重庆市渝北区社区协助事项清单,,,',
  '序号,事项名称,牵头单位,备注',
  '1,最低生活保障对象动态管理,区民政局,',
  '2,就业失业登记,区人力社保局,',
  '3,流动人口和出租房屋信息登记,区公安分局,',
  '4,电动车充电桩使用情况登记,区城管局,',
  '5,高龄津贴申请受理,区民政局,',
  '6,兵役登记宣传,区人武部,',
].join('\n');
