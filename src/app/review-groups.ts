import type { Actor } from '#access/roles.js';
import type { KnowledgeBase } from '#catalogue/knowledge-base.js';
import { QingdanError, shown } from '#errors.js';
import {
  createGrouping,
  type Group,
  type OpenQuestion,
  type OpenReason,
  oldestFirst,
  type ProfileOf,
  type Proposal,
  type ReviewedGroup,
  reviewed,
  unsettled,
} from '#review/index.js';
import type { Storage } from '#storage/ports.js';

export interface GroupFilter {
  /** Only what was asked in the last so many days. Default: 90. */
  days?: number | undefined;
  why?: OpenReason | undefined;
  state?: ReviewedGroup['state'] | undefined;
  /** Words that one of the questions has. */
  find?: string | undefined;
  limit: number;
  /** Id of the last group of the page before. */
  after?: string | undefined;
}

export interface GroupPage {
  groups: ReviewedGroup[];
  /** Of all groups that the filter lets through. */
  total: { groups: number; questions: number };
  /** Whether more questions wait than are looked at. */
  more: boolean;
}

export interface OpenGroups {
  /** The largest first. @throws QingdanError QD-ID for an unknown `after` */
  page(actor: Actor, filter: GroupFilter): Promise<GroupPage>;
  /** @throws QingdanError QD-ID */
  find(actor: Actor, id: string, days?: number): Promise<ReviewedGroup>;
}

interface Parts {
  storage: Pick<Storage, 'reviews'>;
  kb(): KnowledgeBase;
  profileOf: ProfileOf;
  at(): string;
}

/** Questions that are looked at: the newest. */
const LOOKED_AT = 5000;
const DAYS = 90;
const DAY_MS = 86_400_000;
/** Questions grouped between what else there is to do. */
const STEP = 200;
const PAGE = 1000;

/** The groups of questions that wait, as an actor sees them. */
export function createOpenGroups({ storage: { reviews }, kb, profileOf, at }: Parts): OpenGroups {
  async function all(actor: Actor, days = DAYS): Promise<{ groups: ReviewedGroup[]; more: boolean }> {
    const { regions } = kb();
    const from = new Date(Date.parse(at()) - days * DAY_MS).toISOString();
    const codeOf = (name: string) => regions.get(name)?.code;
    const questions = await reviews.questions(actor, { from, limit: LOOKED_AT, codeOf });
    const proposals = await allProposals(actor);
    const groups = await grouped(unsettled(questions, proposals), profileOf);
    return { groups: reviewed(groups, proposals), more: questions.length === LOOKED_AT };
  }

  async function allProposals(actor: Actor): Promise<Proposal[]> {
    const found: Proposal[] = [];
    for (let after: string | undefined; ; ) {
      const page = await reviews.list(actor, { limit: PAGE, after });
      found.push(...page);
      after = page.at(-1)?.id;
      if (page.length < PAGE) return found;
    }
  }

  return {
    async page(actor, filter) {
      const { groups, more } = await all(actor, filter.days);
      const wanted = groups.filter((group) => isWanted(group, filter));
      const { after, limit } = filter;
      const from = after === undefined ? 0 : wanted.findIndex(({ id }) => id === after) + 1;
      if (after !== undefined && from === 0) throw unknown(after);
      const questions = wanted.reduce((sum, group) => sum + group.questions.length, 0);
      const total = { groups: wanted.length, questions };
      return { groups: wanted.slice(from, from + limit), total, more };
    },
    async find(actor, id, days) {
      const found = (await all(actor, days)).groups.find((group) => group.id === id);
      if (found === undefined) throw unknown(id);
      return found;
    },
  };
}

function isWanted({ counts, state, questions }: ReviewedGroup, wanted: GroupFilter): boolean {
  const { find } = wanted;
  return (
    (wanted.why === undefined || counts[wanted.why] > 0) &&
    (wanted.state === undefined || state === wanted.state) &&
    (find === undefined || questions.some(({ text }) => text.includes(find)))
  );
}

/** Grouping thousands takes longer than others should wait. */
async function grouped(questions: readonly OpenQuestion[], profileOf: ProfileOf): Promise<Group[]> {
  const grouping = createGrouping(profileOf);
  for (const [i, question] of oldestFirst(questions).entries()) {
    if (i % STEP === STEP - 1) await new Promise((resolve) => setImmediate(resolve));
    grouping.add(question);
  }
  return grouping.groups();
}

function unknown(id: string): QingdanError {
  return new QingdanError('QD-ID', `没有未答的一组「${shown(id)}」，可能已经办完；请重新列一遍`);
}
