import { textOf } from './entry.js';
import { sourceLine } from './purchase.js';
import type { Takeover } from './takeover.js';

/** What is said of a task that social organisations may take over. `isOwn`: it is the community's own. */
export function takeoverLines({ outcome, classes, organisations }: Takeover, isOwn: boolean): string[] {
  if (isOwn) return ['这件事是社区自己的，不用向社会组织购买；社区可以请他们一起做。'];
  if (outcome === 'none') {
    return ['看不出哪一类社区社会组织做这件事；登记里也没有。请原单位自己做，或者另想办法。'];
  }
  const lines = ['可由社会组织承接：原单位用购买服务的办法办，不交给社区。'];
  for (const { fact, words } of classes) {
    lines.push(
      `类别：${fact.name}（对上的词：${words.join('、')}）。${fact.says}来源：${sourceLine(fact.source)}`,
    );
  }
  if (organisations.length === 0)
    lines.push('登记里还没有能做的社会组织，可以公开征集，或先登记：qingdan register organisations add');
  for (const { entry, services } of organisations) {
    const can =
      services.length > 0 ? `登记的服务：${services.join('、')}` : '同一类，登记的服务里没有这一项，要问一问';
    lines.push(`登记里的社会组织：${textOf(entry, 'name')}（${textOf(entry, 'class')}；${can}）`);
  }
  return lines;
}
