import { z } from 'zod';

/** Fields that many rooms share. */
export const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, '应是 YYYY-MM-DD 这样的日期')
  .describe('YYYY-MM-DD');
export const regionField = z.string().min(1).max(64).describe('地区：全称、简称，或 6、9、12 位区划代码');
export const said = z.string().max(4000);
export const named = z.string().max(200);

/** Filters by day and place. */
export const stretchFields = {
  region: regionField.optional().describe('一个地区和它下面的；不写为自己的'),
  from: day.optional().describe('从这一天起'),
  to: day.optional().describe('到这一天'),
};
