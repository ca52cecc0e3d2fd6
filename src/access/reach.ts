import { sameRegion, within } from './region-code.js';
import type { Actor, Place } from './roles.js';

/** How far a right reaches from where its holder stands. */
export const REACHES = {
  /** Every row there is. */
  everywhere: () => true,
  /** Rows of one's own region, not of those above or below it. */
  here: (actor, place) => sameRegion(place.region, actor.region),
  /** Rows of one's own region and of all that lies within it. */
  below: (actor, place) => within(place.region, actor.region),
  /** Rows of one's own region and of those that it lies in: what a level above has settled holds here too. */
  above: (actor, place) => within(actor.region, place.region),
  /** Rows of one's own department, in one's own region and within it. */
  department: (actor, place) =>
    actor.department !== undefined &&
    actor.department === place.department &&
    within(place.region, actor.region),
  /** One's own rows. */
  self: (actor, place) => actor.id === place.owner,
} satisfies Record<string, (actor: Actor, place: Place) => boolean>;

export type Reach = keyof typeof REACHES;
