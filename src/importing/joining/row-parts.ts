import { normalise } from '#text/normalise.js';

const PARTS = /以及|[、，,；;。：:（）()“”]|和|与|及|并/u;
/** What a part begins with that says who does something with it, and not what it is. */
const LEADS =
  /^(?:协助|配合|组织|开展|做好|依法|落实|推进|推动|引导|动员|要求|强制|让|将|把|给|向|由|以|在|对|受理|办理|社区|村|居民|群众|政府|的)+/u;
const SHORTEST = 2;

/** The things that a row names, without what every row says; the name itself where nothing else is left. */
export function partsOf(name: string): string[] {
  const parts = normalise(name)
    .split(PARTS)
    .map((part) => part.trim().replace(LEADS, ''))
    .filter((part) => [...part].length >= SHORTEST);
  return parts.length > 0 ? parts : [name];
}
