import { z } from 'zod';
import type { Actor } from '#access/roles.js';
import { readMatters } from '#app/matters.js';
import { createReviewDesk, type ReviewDesk } from '#app/review-desk.js';
import { readProfiles } from '#app/review-profiles.js';
import { tryApart } from '#app/trial-work.js';
import type { MatterLibrary } from '#catalogue/matters/load.js';
import { QingdanError } from '#errors.js';
import type { ProfileOf, Proposal } from '#review/index.js';
import { actorOf } from '#server/api/callers.js';
import { actOf, kbOf, type RoomsDesk, regionCodeOf } from './desk.js';
import { pageOf, pageSchema, placeIn } from './page.js';
import { serveKept } from './review-kept.js';
import {
  eventSchema,
  groupFilterSchema,
  groupSeenSchema,
  groupsSchema,
  idParams,
  newProposalSchema,
  proposalFilterSchema,
  proposalSchema,
} from './review-schema.js';
import { groupToWire, proposalToWire } from './review-wire.js';
import { type RoomApi, refusedWith } from './room.js';

/** What the routes of the review share. */
interface Parts {
  desk: RoomsDesk;
  review: ReviewDesk;
  shipped: MatterLibrary;
  /** Why the last trial of a proposal came to nothing. */
  failures: Map<string, string>;
}

/** `…/review`: 未答问题, from groups that are alike to what a second person accepts. */
export function serveReview(room: RoomApi, desk: RoomsDesk): void {
  const shipped = readMatters();
  let profiles: ProfileOf | undefined;
  const review = createReviewDesk({
    storage: desk.storage,
    kb: () => kbOf(desk),
    assistant: () => desk.live.assistant,
    shipped,
    // What was counted is read when somebody first looks.
    profileOf: (text) => {
      profiles ??= readProfiles(shipped);
      return profiles(text);
    },
    work: desk.trials ?? tryApart,
    newId: desk.newId,
    at: desk.at,
    today: desk.today,
    nameOf: (actor) => actOf(desk, actor).actor,
  });
  const parts: Parts = { desk, review, shipped, failures: new Map() };
  serveGroups(room, parts);
  serveProposals(room, parts);
  serveSteps(room, parts);
  serveKept(room, review);
}

function serveGroups({ app, config, is }: RoomApi, { review }: Parts): void {
  app.get(
    '/api/v1/review/groups',
    {
      config,
      schema: {
        ...is('listReviewGroups', '列出没答上、反问过、被说不对的问题，像的归成一组，多的在前'),
        querystring: groupFilterSchema,
        response: { 200: groupsSchema, ...refusedWith(404) },
      },
    },
    async (request, reply) => {
      const { limit, cursor, ...filter } = request.query;
      const after = placeIn(cursor, z.string());
      const { groups, total, more } = await review.groups(actorOf(request), { ...filter, limit, after });
      const { items, next } = pageOf(groups, limit, ({ id }) => id);
      return reply.send({ items: items.map((group) => groupToWire(group)), next, total, more });
    },
  );
  app.get(
    '/api/v1/review/groups/:id',
    {
      config,
      schema: {
        ...is('readReviewGroup', '一组未答问题和它最像的事项'),
        params: idParams,
        querystring: groupFilterSchema.pick({ days: true }),
        response: { 200: groupSeenSchema, ...refusedWith(404) },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const { group, suggestions } = await review.group(actorOf(request), id, request.query.days);
      return reply.send({ ...groupToWire(group, true), suggestions });
    },
  );
}

const seenBy = (actor: Actor, proposal: Proposal, { failures, ...context }: Parts) =>
  proposalToWire(proposal, { ...context, actor, failed: failures.get(proposal.id) ?? null });

function serveProposals({ app, config, is }: RoomApi, parts: Parts): void {
  const { desk, review } = parts;
  app.get(
    '/api/v1/review/proposals',
    {
      config,
      schema: {
        ...is('listProposals', '列出提案，新的在前；不带试答结果'),
        querystring: proposalFilterSchema,
        response: { 200: pageSchema(proposalSchema), ...refusedWith(404) },
      },
    },
    async (request, reply) => {
      const actor = actorOf(request);
      const { state, limit, cursor } = request.query;
      const states = state === undefined ? undefined : [state];
      const after = placeIn(cursor, z.string());
      const page = pageOf(await review.proposals(actor, { states, limit, after }), limit, ({ id }) => id);
      const items = page.items.map((one) => ({ ...seenBy(actor, one, parts), trial: null }));
      return reply.send({ items, next: page.next });
    },
  );
  app.get(
    '/api/v1/review/proposals/:id',
    {
      config,
      schema: {
        ...is('readProposal', '一个提案和它的试答结果'),
        params: idParams,
        response: { 200: proposalSchema, ...refusedWith(404) },
      },
    },
    async (request, reply) => {
      const actor = actorOf(request);
      return reply.send(seenBy(actor, await review.proposal(actor, request.params.id), parts));
    },
  );
  app.post(
    '/api/v1/review/proposals',
    {
      config,
      schema: {
        ...is('propose', '提案：把问题当作一个事项的问法，或提一个本单位的新事项'),
        body: newProposalSchema,
        response: { 201: proposalSchema, ...refusedWith(404) },
      },
    },
    async (request, reply) => {
      const actor = actorOf(request);
      const { region, ...input } = request.body;
      const proposal = await review.propose(actor, { ...input, region: regionCodeOf(desk, actor, region) });
      return reply.code(201).send(seenBy(actor, proposal, parts));
    },
  );
}

function serveSteps({ app, config, is }: RoomApi, parts: Parts): void {
  const { review, failures } = parts;
  app.post(
    '/api/v1/review/proposals/:id/trial',
    {
      config,
      schema: {
        ...is('tryProposal', '开始试答：看接受以后哪些回答会变；做到哪里、结果都在提案里'),
        params: idParams,
        response: { 202: proposalSchema, ...refusedWith(404, 409) },
      },
    },
    async (request, reply) => {
      const actor = actorOf(request);
      const { id } = request.params;
      const proposal = await review.proposal(actor, id);
      if (proposal.state !== 'proposed') {
        throw new QingdanError('QD-STATE', `提案 ${id} 已经定了，不用再试答`);
      }
      failures.delete(id);
      if (review.progress(id) === null) {
        // Nobody waits for it: what became of it is asked for by reading the proposal.
        review.try(actor, id).catch((error: unknown) => {
          failures.set(id, error instanceof QingdanError ? error.message : '试答时程序出错，请稍后再试');
        });
      }
      return reply.code(202).send(seenBy(actor, proposal, parts));
    },
  );
  app.post(
    '/api/v1/review/proposals/:id/events',
    {
      config,
      schema: {
        ...is('decideProposal', '接受、退回、撤回、撤销一个提案；接受的马上生效，要由提案以外的另一个人办'),
        params: idParams,
        body: eventSchema,
        response: { 200: proposalSchema, ...refusedWith(404, 409) },
      },
    },
    async (request, reply) => {
      const actor = actorOf(request);
      return reply.send(seenBy(actor, await review.act(actor, request.params.id, request.body), parts));
    },
  );
}
