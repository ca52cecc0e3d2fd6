import type { OfficialBlock, OfficialDocument } from '#documents/official.js';
import { textOf } from './entry.js';
import type { FactSource, OrganisationFacts } from './facts.js';
import type { Takeover } from './takeover.js';

/** Stands for what whoever buys fills in. */
const BLANK = '________';

/** What is known of a purchase before it is made. */
export interface PurchaseCase {
  /** The task, in the words it was given in. */
  readonly task: string;
  /** Full name of the region. */
  readonly region: string;
  /** The body whose task it is; null where that isn't known. */
  readonly buyer: string | null;
  readonly takeover: Takeover;
  /** Why it isn't the community's: the line that the lists' answer begins with. */
  readonly verdictLine: string;
}

/** 政府购买服务申请表: what the body whose task it is asks its finance office for. */
export function purchaseForm(given: PurchaseCase, facts: OrganisationFacts): OfficialDocument {
  const { task, region, buyer, takeover, verdictLine } = given;
  const organisations = takeover.organisations.map(
    ({ entry, services }) =>
      `${textOf(entry, 'name')}（${textOf(entry, 'class')}${services.length > 0 ? `，登记的服务：${services.join('、')}` : ''}）`,
  );
  const rows: [string, string][] = [
    ['项目', '填写'],
    ['地区', region],
    ['购买单位', buyer ?? BLANK],
    ['服务事项', task],
    ['为什么不由社区做', verdictLine],
    ['适合的社会组织类别', takeover.classes.map(({ fact }) => fact.name).join('、') || BLANK],
    ['登记里能做的社会组织', organisations.join('\n') || '登记里没有，可以公开征集'],
    ['服务对象和数量', BLANK],
    ['服务质量（怎么算做好）', BLANK],
    ['期限', `${BLANK}（一般不超过一年）`],
    ['预算和资金来源', BLANK],
    ['采购方式', BLANK],
    ['绩效目标', BLANK],
    ['经办人、审批人、日期', BLANK],
  ];
  return {
    title: '政府购买服务申请表（草稿）',
    blocks: [
      { type: 'table', rows, widths: [3, 7] },
      { type: 'heading', level: 1, text: '填写前请看' },
      ...facts.purchase.map(
        ({ says, source }, i): OfficialBlock => ({
          type: 'paragraph',
          text: `${i + 1}.${says}（${sourceLine(source)}）`,
        }),
      ),
      {
        type: 'paragraph',
        text: '能不能买、按什么方式买，要看当地的政府购买服务指导性目录和采购规定，由购买单位和财政部门定；这张草稿只把已知的填好。',
      },
    ],
  };
}

/** 服务协议 (draft): every part that a contract has to have, with the parties and the task filled in. */
export function agreementDraft(given: PurchaseCase, facts: OrganisationFacts): OfficialDocument {
  const [first] = given.takeover.organisations;
  const taker = first === undefined ? BLANK : textOf(first.entry, 'name');
  const paragraphs = (texts: readonly string[]) =>
    texts.map((text): OfficialBlock => ({ type: 'paragraph', text }));
  const part = (title: string, ...texts: string[]): OfficialBlock[] => [
    { type: 'heading', level: 1, text: title },
    ...paragraphs(texts),
  ];
  const source = (id: string) => {
    const fact = facts.purchase.find((one) => one.id === id);
    return fact === undefined ? '' : `（${sourceLine(fact.source)}）`;
  };
  return {
    title: '政府购买服务协议（草稿）',
    blocks: [
      { type: 'line', text: `甲方（购买单位）：${given.buyer ?? BLANK}` },
      { type: 'line', text: `乙方（承接单位）：${taker}` },
      ...part('一、服务内容', `乙方在${given.region}承担以下服务：${given.task}。具体做法见双方确认的方案。`),
      ...part('二、期限', `自____年__月__日至____年__月__日。合同一般不超过一年${source('term')}。`),
      ...part('三、数量和质量', `服务数量：${BLANK}。服务质量和验收办法：${BLANK}。`),
      ...part('四、价格和结算', `合同价款：人民币${BLANK}元。资金来源：${BLANK}。结算方式：${BLANK}。`),
      ...part(
        '五、双方的权利义务',
        '甲方按时付款，提供开展服务需要的资料和条件，按约定验收；不把这项服务再交给社区居委会（村委会）去做。',
        '乙方按约定提供服务，保护服务对象的个人信息，不转包，接受监督。',
        '社区居委会（村委会）不是本协议的当事人，可以介绍情况、反映居民意见。',
      ),
      ...part('六、违约责任', `${BLANK}。`),
      ...part('七、其他', `本协议一式____份，依法公告${source('contract')}。没有写到的，双方另行书面约定。`),
      { type: 'line', text: '' },
      { type: 'line', text: '甲方（盖章）：　　　　　　　　　　乙方（盖章）：' },
      { type: 'line', text: '　　____年__月__日　　　　　　　　　　____年__月__日' },
    ],
  };
}

/** A source of the registers' facts as a line. */
export function sourceLine({ title, titleIs, locator, region, evidence }: FactSource): string {
  const named = titleIs === 'ours' ? `${title}，` : `《${title}》`;
  const note =
    evidence === 'primary' ? '' : evidence === 'partial' ? '，只见到部分原文' : '，据报道，未见原件';
  return `${named}${locator}${region === '全国' ? '' : `，${region}`}${note}`;
}
