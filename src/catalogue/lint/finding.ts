/** Something `kb lint` has to say about the knowledge base. */
export interface Finding {
  /** error: can't be used; warning: an editor has to look; gap: known to be missing. */
  severity: 'error' | 'warning' | 'gap';
  code: FindingCode;
  /** Null when the finding isn't about one document. */
  documentId: string | null;
  /** File path, id or place. */
  where: string;
  /** Chinese, one line. */
  message: string;
}

export const FINDING_CODES = [
  'KB-YAML',
  'KB-SCHEMA',
  'KB-DUPLICATE-ID',
  'KB-ID',
  'KB-REFERENCE',
  'KB-REGION',
  'KB-DATES',
  'KB-NO-DATE',
  'KB-LOCATOR',
  'KB-TITLE',
  'KB-VERSION',
  'KB-EVIDENCE',
  'KB-NORM',
  'KB-HOST',
  'KB-ALIASES',
  'KB-ALIAS-SHARED',
  'KB-ALIAS-IS-NAME',
  'KB-CONTRADICTION',
  'KB-COUNT',
  'KB-MATTER',
  'KB-MATTER-EMPTY',
  'KB-WORDING',
  'KB-WORDINGS-FEW',
] as const;
export type FindingCode = (typeof FINDING_CODES)[number];
