import { type KnowledgeBase, rowById } from '#catalogue/knowledge-base.js';
import { withAdditions } from '#catalogue/matters/additions.js';
import type { MatterLibrary } from '#catalogue/matters/load.js';
import type { MatterSort } from '#catalogue/matters/schema.js';
import { NOBODYS } from '#catalogue/matters/wordings.js';
import { officeMatterId } from '#catalogue/office.js';
import { QingdanError, shown } from '#errors.js';
import { type Aim, NOBODY_NAMES, type OpenQuestion } from '#review/index.js';
import { canonicalJson, sha256 } from '#text/canonical.js';
import { normalise } from '#text/normalise.js';
import type { Assistant } from './assistant.js';

/** What questions may be about, with how much speaks for it. */
export interface SuggestedMatter {
  id: string;
  name: string;
  sort: MatterSort | null;
  /** One sentence that says what it is; null where nobody has described it. */
  is: string | null;
  /** 0 to 1. */
  share: number;
}

/** Questions of a group that are looked at, and matters that are named. */
const LOOKED_AT = 4;
const SUGGESTED = 5;

/** The matters that questions come nearest to, as the assistant sees them. */
export function suggestedMatters(
  assistant: Pick<Assistant, 'kb' | 'ruler'>,
  shipped: MatterLibrary,
  questions: readonly OpenQuestion[],
): SuggestedMatter[] {
  const shares = new Map<string, number>();
  const asked = questions.slice(0, LOOKED_AT);
  for (const { text, region } of asked) {
    const { hits, nobody } = consideredFor(assistant, text, region);
    for (const { matter, probability, veto } of hits) {
      const [row] = matter.rows;
      const own = row?.type === 'item' ? row.item.matter : undefined;
      const id = matter.label.includes(':') ? own : matter.label;
      if (veto === null && id !== undefined)
        shares.set(id, (shares.get(id) ?? 0) + probability / asked.length);
    }
    for (const [id, share] of Object.entries(nobody))
      shares.set(id, (shares.get(id) ?? 0) + share / asked.length);
  }
  return [...shares]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .flatMap(([id, share]) => {
      const known = matterNamed(assistant.kb, shipped, id);
      return known === null ? [] : [{ ...known, share: Math.round(share * 1000) / 1000 }];
    })
    .slice(0, SUGGESTED);
}

function consideredFor({ ruler }: Pick<Assistant, 'ruler'>, text: string, region: string | null) {
  try {
    return ruler.consider({ text, region: region ?? undefined });
  } catch (error) {
    // A question of a region that has gone since comes near to nothing.
    if (error instanceof QingdanError) return { hits: [], nobody: {} };
    throw error;
  }
}

/** A matter of the library, of the office or of its lists, or one of nobody's; null where there is none. */
export function matterNamed(
  kb: KnowledgeBase,
  shipped: MatterLibrary,
  id: string,
): Omit<SuggestedMatter, 'share'> | null {
  const known = withAdditions(shipped, kb.additions).byId.get(id);
  if (known !== undefined) return { id, name: known.name, sort: known.sort, is: known.is };
  const nobodys = NOBODYS.find((one) => one === id);
  if (nobodys !== undefined) return { id, name: NOBODY_NAMES[nobodys], sort: null, is: null };
  for (const row of kb.itemById.values())
    if (row.item.matter === id) return { id, name: row.item.name, sort: null, is: row.item.summary };
  return null;
}

/**
 * What is aimed at, checked: the matter has to exist, or to be new. A row of a list may stand for its matter.
 * @throws QingdanError QD-ID, QD-INPUT
 */
export function checkedAim(kb: KnowledgeBase, shipped: MatterLibrary, aim: Aim): Aim {
  if (aim.type === 'wordings') {
    const row = rowById(kb, aim.matter);
    const matter = (row?.type === 'item' ? row.item.matter : row?.provision.matter) ?? aim.matter;
    if (matterNamed(kb, shipped, matter) !== null) return { type: 'wordings', matter };
    throw new QingdanError(
      'QD-ID',
      `没有事项「${shown(aim.matter)}」，请用 qingdan kb list --matters 查看，或提一个新事项`,
    );
  }
  const { id, name } = aim.matter;
  const { all, byId } = withAdditions(shipped, kb.additions);
  const alike = all.find((one) => normalise(one.name) === normalise(name));
  if (alike === undefined && !byId.has(id)) return aim;
  throw new QingdanError(
    'QD-INPUT',
    `事项「${shown(name)}」已经有了（${alike?.id ?? id}），请把这些问法归到它名下`,
  );
}

/** Id of a new matter by what it is. */
export const idOfMatter = (sort: MatterSort, name: string): string =>
  officeMatterId(sha256(canonicalJson({ sort, name: normalise(name) })).slice(0, 8));
