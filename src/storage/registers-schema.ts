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
  inspection: {
    id: string;
    reach: string;
    year: string;
    running: number;
    state: string;
    begun: string;
    body: string;
  };
  inspection_sheet: { campaign: string; region: string; state: string; body: string };
  inspection_finding: {
    id: string;
    campaign: string;
    running: number;
    state: string;
    due: string;
    body: string;
  };
  /** `body` in base64. */
  inspection_photo: { hash: string; region: string; media: string; body: string };
}

/** Their primary keys. */
export const REGISTER_KEYS = {
  register_entry: ['id'],
  inspection: ['id'],
  inspection_sheet: ['campaign', 'region'],
  inspection_finding: ['id'],
  inspection_photo: ['hash'],
} as const;
