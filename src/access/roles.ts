/** Who there is, what they may do, and to what: the words of the table of rights. */

/**
 * 社区工作者, 社区书记, 街道（乡镇）, 区县主管部门, 区县部门, 市级（省级）, 管理员, 审计. Where a role acts is its region,
 * not the role: the same four levels exist in every province.
 */
export const ROLES = [
  'worker',
  'secretary',
  'street',
  'county-lead',
  'county-department',
  'city',
  'admin',
  'auditor',
] as const;
export type Role = (typeof ROLES)[number];

export const SUBJECTS = [
  'list',
  'admission',
  'case',
  'register',
  'inspection',
  'lookback',
  'review',
  'audit',
  'user',
  'key',
] as const;
export type Subject = (typeof SUBJECTS)[number];

export const ACTIONS = ['read', 'create', 'change', 'decide', 'delete', 'export'] as const;
export type Action = (typeof ACTIONS)[number];

/** Somebody who acts: a user of the store, or whoever runs a store that has no users yet. */
export interface Actor {
  /** Stable, and never given to another. */
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  /** Code of a region of any level: six digits down to the county, nine for a township, twelve for a village. */
  readonly region: string;
  /** 部门 that a 区县部门 speaks for. */
  readonly department?: string | undefined;
}

/** Where one row stands: what is asked of the actor is whether they reach it. */
export interface Place {
  /** Code of the region whose row it is. */
  readonly region: string;
  /** Department whose row it is. */
  readonly department?: string | undefined;
  /** Id of the actor whose row it is. */
  readonly owner?: string | undefined;
}
