import { z } from 'zod';

const TRUE = ['true', '1', 'yes', 'on', '是'];
const FALSE = ['false', '0', 'no', 'off', '否'];

/** A yes-or-no setting: a boolean of the file, or a word of the environment. */
export const flag = z
  .union([z.boolean(), z.string()], { error: '应是 true 或 false' })
  .transform((value, context): boolean => {
    if (typeof value === 'boolean') return value;
    const word = value.trim().toLowerCase();
    if (TRUE.includes(word)) return true;
    if (!FALSE.includes(word)) context.addIssue({ code: 'custom', message: '应是 true 或 false' });
    return false;
  });

/** A whole number: of the file, or digits of the environment. */
export const wholeNumber = (least: number, most: number) =>
  z.coerce
    .number({ error: '应是数字' })
    .int({ error: '应是整数' })
    .min(least, { error: `不能小于 ${least}` })
    .max(most, { error: `不能大于 ${most}` });

/** A text that isn't empty; the error says that it is missing. */
export const filled = z
  .string({ error: (issue) => (issue.input === undefined ? '没有填' : '应是文字') })
  .trim()
  .min(1, { error: '不能是空的' });
