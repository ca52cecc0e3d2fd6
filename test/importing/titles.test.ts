import { describe, expect, it } from 'vitest';
import { kindOfTitle, titleKind } from '#importing/kinds.js';
import { bareTitle, titleFacts } from '#importing/titles.js';

describe('a title', () => {
  it.each([
    ['村民委员会依法自治事项清单', 'autonomy'],
    ['居委会依法履行职责事项清单', 'autonomy'],
    ['协助政府工作事项清单', 'assist'],
    ['社区工作负面事项清单', 'negative'],
    ['不得将居委会作为责任主体的事项', 'negative'],
    ['社区可以出具证明事项清单', 'may-certify'],
    ['社区涉证事项清单', 'may-certify'],
    ['不应由社区出具的证明事项清单（第一批）', 'must-not-certify'],
    ['取消村（居）委会出具证明清单', 'must-not-certify'],
    ['不应由城乡基层群众性自治组织（村、社区）出具的证明事项清单', 'must-not-certify'],
    ['社区无需出具证明事项清单', 'must-not-certify'],
    ['村（居）委会不可以出具的证明', 'must-not-certify'],
    ['社区证明事项清单（不应出具）', 'must-not-certify'],
    ['示例壮族自治区社区协助事项清单', 'assist'],
    ['基层群众性自治组织负面事项清单', 'negative'],
    ['示例街道社区履职事项清单', 'autonomy'],
    ['示例镇村级工作职责清单', 'autonomy'],
    ['示例镇履行职责事项清单', 'reference'],
    ['配合履职事项清单', 'reference'],
    ['示例街道权责清单', 'reference'],
    ['乡镇（街道）赋权事项目录', 'reference'],
    ['示例区民政局权责清单', 'reference'],
    ['公安派出所可以出具证明事项清单', 'reference'],
    ['值班安排表', null],
    ['示例壮族自治区社区工作清单', null],
    ['履行职责事项清单', null],
    ['证明事项取消和保留清单', null],
    ['社区证明事项清理清单', null],
    ['出具证明事项清单', null],
  ])('%s is of kind %s', (title, kind) => {
    expect(kindOfTitle(title)).toBe(kind);
  });

  it.each([
    ['附件2：示例清单（共23项）', { declared: 23, attachment: 2, batch: null }],
    ['示例清单（第二批）（二十项）', { declared: 20, attachment: null, batch: 2 }],
    ['示例清单', { declared: null, attachment: null, batch: null }],
  ])('%s tells count, attachment and batch', (title, facts) => {
    expect(titleFacts(title)).toEqual(facts);
  });

  it('names whose duties it speaks of, or the titles around it do', () => {
    expect(titleKind('履行职责事项清单', '示例镇人民政府')).toEqual({
      kind: 'reference',
      about: '乡镇（街道）',
    });
    expect(titleKind('履行职责事项清单', '示例社区')).toEqual({ kind: 'autonomy', about: null });
    expect(titleKind('示例区民政局权责清单')).toEqual({ kind: 'reference', about: '政府部门' });
  });

  it('is given without attachment, count and batch', () => {
    expect(bareTitle('附件2：示例 清单（第一批）（共20项）')).toBe('示例清单');
  });
});
