import { passiveParts } from '#channels/weixin/passive.js';
import type { Reply } from '#conversation/message.js';

/** Texts under 2,048 bytes: the first is the passive reply, each next one is given on 「继续」. */
export function render(reply: Reply): readonly string[] {
  return passiveParts(reply);
}
