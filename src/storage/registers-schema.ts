/** Tables of the registers and of inspections. */
export interface RegisterTables {
  register_entry: {
    id: string;
    kind: string;
    /** Code of the region. */
    region: string;
    /** Its significant digits, so that what lies within a region begins with the region's. */
    reach: string;
    place: string;
    year: string;
    /** Running number within register, region and year. */
    running: number;
    day: string;
    state: string;
    /** What it is about, who asks for it, what came of it: copies of fields, to be counted by. */
    what: string;
    who: string;
    outcome: string;
    /** JSON. */
    body: string;
  };
}

/** Their primary keys. */
export const REGISTER_KEYS = {
  register_entry: ['id'],
} as const;
