import type { Actor, Role } from '#access/roles.js';

/** Codes of one chain of regions, and of others beside each. */
export const PLACES = {
  city: '500000',
  county: '500108',
  street: '500108001',
  community: '500108001001',
  otherCommunity: '500108001002',
  otherStreet: '500108002',
  otherCounty: '500112',
  otherCity: '510000',
} as const;

/** An actor of a role, where that role sits. */
export function actor(role: Role, region: string, department?: string): Actor {
  return {
    id: `${role}-${region}`,
    name: `示例${role}`,
    role,
    region,
    ...(department === undefined ? {} : { department }),
  };
}
