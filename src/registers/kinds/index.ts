import { QingdanError, shown } from '#errors.js';
import type { KindId, RegisterKind } from '../kind.js';
import { assessments } from './assessments.js';
import { boards } from './boards.js';
import { channels } from './channels.js';
import { covenants } from './covenants.js';
import { fields } from './fields.js';
import { forms } from './forms.js';
import { meetings } from './meetings.js';
import { organisations } from './organisations.js';
import { plans } from './plans.js';
import { seal } from './seal.js';

/** Every kind of register by its id, in the order in which they are shown. */
export const REGISTERS = {
  seal,
  forms,
  fields,
  boards,
  channels,
  meetings,
  assessments,
  plans,
  covenants,
  organisations,
} as const satisfies { [Id in KindId]: RegisterKind };

/** The kind with this id or Chinese name. @throws QingdanError QD-INPUT */
export function registerKind(name: string): RegisterKind {
  const found = Object.values(REGISTERS).find((kind) => kind.id === name || kind.name === name);
  if (found !== undefined) return found;
  const known = Object.values(REGISTERS).map(({ id, name: chinese }) => `${id}（${chinese}）`);
  throw new QingdanError('QD-INPUT', `没有「${shown(name)}」这种登记，有的是：${known.join('、')}`);
}
