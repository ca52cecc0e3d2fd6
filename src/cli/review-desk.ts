import { randomUUID } from 'node:crypto';
import type { Actor } from '#access/roles.js';
import { type Assistant, chinaToday, openAssistant } from '#app/assistant.js';
import { readMatters } from '#app/matters.js';
import { type OfficeLists, officeLists, readKnowledge } from '#app/open.js';
import { createReviewDesk, type ReviewDesk } from '#app/review-desk.js';
import { readProfiles } from '#app/review-profiles.js';
import { tryApart } from '#app/trial-work.js';
import type { KnowledgeBase } from '#catalogue/knowledge-base.js';
import { QingdanError, shown } from '#errors.js';
import { OPEN_REASONS, type OpenReason, REASON_NAMES } from '#review/index.js';
import type { Storage } from '#storage/ports.js';
import { actOf, commandActor } from './actor.js';
import { withStorage } from './storage.js';

/** The desk of one command, and who acts at it. */
export interface OpenReview {
  desk: ReviewDesk;
  actor: Actor;
  kb: KnowledgeBase;
}

/** Does something at the review's desk, on the lists in force. @throws as `openStorage`, `commandActor` */
export function atReview<T>(as: string | undefined, work: (open: OpenReview) => Promise<T>): Promise<T> {
  return withStorage(async (storage) => {
    const actor = await commandActor(storage, as);
    const office = await officeLists(storage);
    const kb = readKnowledge(undefined, office);
    return work({ actor, kb, desk: deskOn(storage, kb, office) });
  });
}

function deskOn(storage: Storage, kb: KnowledgeBase, office: OfficeLists): ReviewDesk {
  const shipped = readMatters();
  let opened: Assistant | undefined;
  return createReviewDesk({
    storage,
    kb: () => kb,
    // Takes a second or two, and most commands ask nothing.
    assistant: () => {
      opened ??= openAssistant({ office });
      return opened;
    },
    shipped,
    profileOf: readProfiles(shipped),
    work: tryApart,
    newId: randomUUID,
    at: () => new Date().toISOString(),
    today: () => chinaToday(),
    nameOf: (actor) => actOf(actor).actor,
  });
}

/** Whether an id is a proposal's. */
export const isProposal = (id: string): boolean => id.startsWith('p-');

/** A reason by its Chinese word or its code. @throws QingdanError QD-INPUT */
export function reasonNamed(word: string): OpenReason {
  const found = OPEN_REASONS.find((reason) => reason === word || REASON_NAMES[reason] === word);
  if (found !== undefined) return found;
  const words = OPEN_REASONS.map((reason) => REASON_NAMES[reason]).join('、');
  throw new QingdanError('QD-INPUT', `选项 --why 的值「${shown(word)}」不对，请写 ${words}`);
}
