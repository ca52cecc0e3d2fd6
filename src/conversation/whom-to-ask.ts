import { type Answer, sectionsOf } from '#answer/index.js';
import type { Office } from './intent.js';

/** Whom to ask what the documents held don't say: who sees to the matter, else the office of the configuration, else nearby. */
export function whomToAsk({ sections, route }: Answer, office: Office | null): string {
  const [responsible] = sectionsOf(sections, 'responsible');
  if (responsible !== undefined) return `可以问${responsible.replace(/^责任部门：/u, '')}。`;
  if (route !== null) return '可以直接问上面「去哪办」里说的单位。';
  if (office !== null) return `可以问${office.name}，电话 ${office.phone}（${office.hours}）。`;
  return '可以直接问要办这件事的单位，或者当地的街道（乡镇）。';
}
