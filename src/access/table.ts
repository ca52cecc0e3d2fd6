import type { Reach } from './reach.js';
import type { Action, Role, Subject } from './roles.js';

/** Actions with how far each reaches; several reaches add up. */
type Rights = Partial<Record<Action, Reach | readonly Reach[]>>;

/** All six actions as far as one reach. */
const all = (reach: Reach): Rights => ({
  read: reach,
  create: reach,
  change: reach,
  decide: reach,
  delete: reach,
  export: reach,
});
/** To look and to take along. */
const look = (...reach: readonly Reach[]): Rights => ({ read: reach, export: reach });

/** Lists are public: everybody reads all of them. */
const PUBLIC: Rights = look('everywhere');
/** One's own account and keys, whatever the role: the ports let an account change its password and nothing else. */
const OWN_ACCOUNT = { user: { read: 'self', change: 'self' }, key: all('self') } as const;

/**
 * Who may do what: every right there is. Whatever isn't here is refused. No role reads another community's cases: a
 * community's own people reach `here`, and who is above them reaches `below`.
 */
export const RIGHTS: Readonly<Record<Role, Readonly<Partial<Record<Subject, Rights>>>>> = {
  worker: {
    ...OWN_ACCOUNT,
    list: PUBLIC,
    admission: { read: 'above' },
    case: { read: 'here', create: 'here', change: 'here' },
    register: { read: 'here', create: 'here', change: 'here', export: 'here' },
    inspection: { read: 'here', change: 'here' },
    review: { read: 'here', create: 'here', export: 'here' },
  },
  secretary: {
    ...OWN_ACCOUNT,
    list: PUBLIC,
    admission: look('above'),
    case: all('here'),
    register: all('here'),
    inspection: { ...look('here'), change: 'here' },
    lookback: { ...look('here'), create: 'here' },
    review: all('here'),
  },
  street: {
    ...OWN_ACCOUNT,
    list: PUBLIC,
    // A street that wants a task done by communities applies like any department, to its county.
    admission: {
      ...look('above', 'department', 'self'),
      create: 'department',
      change: 'self',
      delete: 'self',
    },
    case: { ...look('below'), create: 'below', change: 'below', decide: 'below' },
    register: { ...look('below'), create: 'here', change: 'here', delete: 'here' },
    inspection: { ...look('below'), create: 'below', change: 'below' },
    lookback: { ...look('below'), create: 'below' },
    review: { ...all('here'), ...look('below'), decide: 'below' },
  },
  'county-department': {
    ...OWN_ACCOUNT,
    list: PUBLIC,
    admission: {
      ...look('department', 'self'),
      create: 'department',
      change: 'department',
      delete: 'department',
    },
    case: { read: 'department', change: 'department' },
    register: look('department'),
    review: {
      read: 'department',
      create: 'department',
      change: 'self',
      delete: 'self',
      export: 'department',
    },
  },
  'county-lead': {
    ...OWN_ACCOUNT,
    list: { ...PUBLIC, create: 'here', change: 'here', delete: 'here' },
    admission: { ...look('below', 'above'), create: 'here', change: 'here', decide: 'here', delete: 'self' },
    case: { ...look('below'), create: 'below', change: 'below', decide: 'below' },
    register: { ...look('below'), create: 'here', change: 'here', decide: 'below', delete: 'here' },
    inspection: { ...look('below'), create: 'below', change: 'below', decide: 'below', delete: 'here' },
    lookback: { ...look('below'), create: 'below' },
    review: { ...all('here'), ...look('below'), decide: 'below' },
  },
  city: {
    ...OWN_ACCOUNT,
    list: { ...PUBLIC, create: 'here', change: 'here', delete: 'here' },
    // Where the process data sends a county's application up to the city, the city decides on the county's row.
    admission: { ...look('below', 'above'), create: 'here', change: 'here', decide: 'below', delete: 'self' },
    register: look('below'),
    inspection: { ...look('below'), create: 'below', change: 'here', decide: 'below', delete: 'here' },
    lookback: { ...look('below'), create: 'below' },
    review: { ...all('here'), ...look('below'), decide: 'below' },
  },
  // Runs the instance; also whoever works alone in a store that has no users yet.
  admin: {
    list: { ...PUBLIC, create: 'below', change: 'below', delete: 'below' },
    admission: all('below'),
    case: all('below'),
    register: all('below'),
    inspection: all('below'),
    lookback: all('below'),
    review: all('below'),
    audit: look('below'),
    user: all('below'),
    key: all('below'),
  },
  // Sees all and changes nothing.
  auditor: {
    ...OWN_ACCOUNT,
    list: PUBLIC,
    admission: look('below', 'above'),
    case: look('below'),
    register: look('below'),
    inspection: look('below'),
    lookback: { ...look('below'), create: 'below' },
    review: look('below'),
    audit: look('below'),
    user: { read: ['below', 'self'], change: 'self' },
  },
};
