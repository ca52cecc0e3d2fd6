export interface LicenceRules {
  allowed: readonly string[];
  read: Readonly<Record<string, { licence: string; by: string }>>;
  exceptions: Readonly<Record<string, string>>;
}
export interface LockFile {
  packages: Readonly<Record<string, { version: string; license?: string; link?: boolean }>>;
}
export function isAllowed(expression: string, allowed: readonly string[]): boolean;
export function licenceFindings(
  lock: LockFile,
  rules: LicenceRules,
  installed?: (path: string) => unknown,
): string[];
