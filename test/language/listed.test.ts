import { describe, expect, it } from 'vitest';
import { listedTasks } from '#language/notices/listed.js';
import { growth, LINEAR } from '../support/growth.js';

const phrases = (text: string) => listedTasks(text).map(({ start, end }) => text.slice(start, end));

describe('an informal list of tasks', () => {
  it.each([
    ['①上门催缴医保 ②拆违建 ③反诈宣传，帮我看看哪些该我们干', ['上门催缴医保', '拆违建', '反诈宣传']],
    ['帮我看看这几条：\n1、入户登记\n2、代收水费', ['入户登记', '代收水费']],
    ['街道派的：一、发传单；二、巡河。哪些归我们管？', ['发传单', '巡河']],
    ['(1)发传单 (2)巡河', ['发传单', '巡河']],
    [
      '镇上开会讲了几个事嘛 一个是低保复核 一个是汛期转移老百姓 还有一个是给打工的开收入证明 你帮我看一哈哪些是我们的',
      ['低保复核', '汛期转移老百姓', '给打工的开收入证明'],
    ],
    // No list: the headings of a plan, or who has read a message.
    [
      `一、总体目标\n${'面貌有明显改观。'.repeat(12)}\n二、重点任务\n${'村里及时劝阻并报告。'.repeat(12)}`,
      [],
    ],
    [`${'今晚起各居委会贴出提示。'.repeat(12)}\n1.京贸 收到\n2.新华联 收到`, []],
    // No list: one number, questions, a number inside a title.
    ['1、居住证明', []],
    ['1、居住证明怎么开 2、死亡证明去哪开', []],
    ['社区能开居住证明吗', []],
    ['我两个娃，一个是读书，一个是打工，社区能开居住证明吗', []],
    ['2025年1.5万元经费够不够', []],
  ])('%j', (text, wanted) => {
    expect(phrases(text)).toEqual(wanted);
  });

  it.each(['①', '1、', '一、', '看看', ' ', '，帮我看看'])(
    'out of %j is read in time by its length',
    (piece) => {
      expect(growth(1000, (n) => listedTasks(`①甲乙 ${piece.repeat(n)}`))).toBeLessThan(LINEAR);
    },
  );
});
