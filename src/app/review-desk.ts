import type { z } from 'zod';
import type { Actor } from '#access/roles.js';
import { findRegion } from '#catalogue/find-region.js';
import type { KnowledgeBase } from '#catalogue/knowledge-base.js';
import type { MatterLibrary } from '#catalogue/matters/load.js';
import { QingdanError } from '#errors.js';
import type { Draft, KeptQuestion, keptSchema, ProfileOf, Proposal, ProposalEvent } from '#review/index.js';
import type { ProposalFilter, Storage } from '#storage/ports.js';
import { sha256 } from '#text/canonical.js';
import type { Assistant } from './assistant.js';
import { checkedDraft, checkedKept, chosenOf, wordingsOf } from './review-draft.js';
import { createOpenGroups } from './review-groups.js';
import { checkedAim, suggestedMatters } from './review-matters.js';
import { createTrials } from './review-trials.js';
import type { TrialProgress } from './trial.js';
import type { TrialWork } from './trial-work.js';

export interface ReviewDeskParts {
  storage: Pick<Storage, 'reviews' | 'keptQuestions' | 'questions' | 'lists' | 'texts' | 'regionLists'>;
  /** What is in force now. */
  kb(): KnowledgeBase;
  /** The one to ask now; not every call needs one. */
  assistant(): Pick<Assistant, 'kb' | 'ruler'>;
  shipped: MatterLibrary;
  /** What questions are compared by. */
  profileOf: ProfileOf;
  work: TrialWork;
  /** A fresh unguessable text, of which ids are made. */
  newId(): string;
  /** ISO 8601, now. */
  at(): string;
  /** YYYY-MM-DD, in China. */
  today(): string;
  /** As the audit log names who acts. Default: the actor's name. */
  nameOf?: ((actor: Actor) => string) | undefined;
}

/** What a proposal is made of: a group or some of its questions, or wordings alone. */
export interface ProposalInput {
  aim: Draft['aim'];
  group?: string | undefined;
  /** Of the group: only these. */
  questions?: readonly string[] | undefined;
  /** Default: the texts of the questions. */
  wordings?: readonly string[] | undefined;
  note?: string | null | undefined;
  /** Code of the region that it is for. Default: the actor's own. */
  region?: string | undefined;
}

const WHOLE_COUNTRY = '000000';

/** Short enough to be typed: p- for a proposal, k- for a question that is kept. */
const idFrom = (sort: 'p' | 'k', fresh: string): string => `${sort}-${sha256(fresh).slice(0, 10)}`;

export type ReviewDesk = ReturnType<typeof createReviewDesk>;

/** The review of unanswered questions, on the lists that are in force now. */
export function createReviewDesk(parts: ReviewDeskParts) {
  const { storage, shipped, newId } = parts;
  const { reviews, keptQuestions } = storage;
  const open = createOpenGroups(parts);
  const trials = createTrials(parts);
  const act = (actor: Actor) => ({ at: parts.at(), actor: parts.nameOf?.(actor) });

  return {
    groups: open.page,
    /** A group with the matters that it comes nearest to. @throws QingdanError QD-ID */
    async group(actor: Actor, id: string, days?: number) {
      const group = await open.find(actor, id, days);
      return { group, suggestions: suggestedMatters(parts.assistant(), shipped, group.questions) };
    },
    /** @throws QingdanError QD-ID, QD-INPUT, QD-FORBIDDEN */
    async propose(actor: Actor, input: ProposalInput): Promise<Proposal> {
      const aim = checkedAim(parts.kb(), shipped, input.aim);
      const { group, questions, note = null, region = actor.region } = input;
      const asked = group === undefined ? [] : chosenOf(await open.find(actor, group), questions);
      const wordings = input.wordings ?? wordingsOf(asked);
      const draft = checkedDraft({ aim, wordings, questions: asked.map(({ id }) => id), note });
      return reviews.propose(actor, idFrom('p', newId()), { region }, draft, act(actor));
    },
    proposals: (actor: Actor, filter: ProposalFilter) => reviews.list(actor, filter),
    proposal: (actor: Actor, id: string) => reviews.find(actor, id),
    /** Whether a proposal was tried on what holds now. */
    isFresh: ({ trial }: Proposal): boolean => trial?.version === parts.kb().version,
    /** How far the trial of a proposal is; null where none is under way. */
    progress: trials.progress,
    /** Answers the questions with the proposal and keeps what would change. @throws QingdanError QD-ID, QD-BUSY */
    async try(actor: Actor, id: string, onProgress?: (progress: TrialProgress) => void): Promise<Proposal> {
      const trial = await trials.run(await reviews.find(actor, id), onProgress);
      return reviews.change(actor, id, { trial }, act(actor));
    },
    /** @throws QingdanError QD-ID, QD-FORBIDDEN, QD-STATE */
    async act(actor: Actor, id: string, event: ProposalEvent): Promise<Proposal> {
      const { trial } = await reviews.find(actor, id);
      if (event.type === 'accept' && trial !== null && trial.version !== parts.kb().version) {
        throw new QingdanError('QD-STATE', `提案 ${id} 试答以后清单有过改动，请重新试答，看看哪些回答会变`);
      }
      return reviews.change(actor, id, { event }, act(actor));
    },
    /**
     * Keeps a question for good: one that was answered, by the id of its answer, or a text.
     * @throws QingdanError QD-FORBIDDEN, QD-INPUT, QD-REGION
     */
    async keep(
      actor: Actor,
      answerOrText: string,
      given: Omit<z.input<typeof keptSchema>, 'text' | 'role'>,
    ): Promise<KeptQuestion> {
      const asked = await storage.questions.find(answerOrText);
      const { text, role, region: named = null } = asked ?? { text: answerOrText, role: null };
      const draft = checkedKept({ ...given, text, role, region: given.region ?? named });
      const { regions } = parts.kb();
      const region = draft.region === null ? null : findRegion(regions, draft.region);
      const full = { ...draft, region: region?.name ?? null };
      return keptQuestions.keep(actor, idFrom('k', newId()), region?.code ?? WHOLE_COUNTRY, full, act(actor));
    },
    kept: (actor: Actor) => keptQuestions.list(actor),
    drop: (actor: Actor, id: string) => keptQuestions.drop(actor, id, act(actor)),
  };
}
