import { findRegion } from '#catalogue/find-region.js';
import type { Regions } from '#catalogue/regions.js';
import { EVIDENCE, type ListKind, STATUS } from '#catalogue/schema.js';
import { QingdanError, shown } from '#errors.js';
import type { ImportOptions } from './import-plan.js';
import { kindNamed } from './kinds.js';
import type { Metadata } from './template.js';

/** What is given on the command line, as it was typed. */
export interface ImportFlags {
  kind: readonly string[];
  region?: string | undefined;
  document?: string | undefined;
  title?: string | undefined;
  number?: string | undefined;
  issuer?: string | undefined;
  issued?: string | undefined;
  from?: string | undefined;
  evidence?: string | undefined;
  status?: string | undefined;
  skipBadRows?: true | undefined;
}

/** The options of an import: the flags, and what they leave open from the template's metadata. @throws QingdanError */
export function importOptions(
  flags: ImportFlags,
  metadata: Metadata,
  fileName: string,
  regions: Regions,
): ImportOptions {
  const region = flags.region ?? metadata.region;
  if (flags.document !== undefined && !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(flags.document)) {
    throw new QingdanError(
      'QD-IMPORT',
      `--document「${shown(flags.document)}」不对，请用小写字母、数字和连字符，如 nanan-2024`,
    );
  }
  return {
    fileName,
    kinds: kindOptions(flags.kind),
    region: region === undefined ? undefined : findRegion(regions, region).name,
    documentId: flags.document,
    title: flags.title ?? metadata.title,
    number: flags.number ?? metadata.number,
    issuer: flags.issuer ?? metadata.issuer,
    issuedOn: dateOption('--issued', flags.issued ?? metadata.issuedOn),
    effectiveFrom: dateOption('--from', flags.from ?? metadata.effectiveFrom),
    evidence: choiceOption('--evidence', flags.evidence, EVIDENCE),
    status: choiceOption('--status', flags.status, STATUS),
    skipBadRows: flags.skipBadRows ?? false,
  };
}

/** All kinds given for a sheet or table; under '' those for all lists. */
function kindOptions(options: readonly string[]): Map<string, ListKind[]> {
  const kinds = new Map<string, ListKind[]>();
  for (const [part, kind] of options.map(kindOption)) kinds.set(part, [...(kinds.get(part) ?? []), kind]);
  return kinds;
}

/** `协助` for all lists, `Sheet1=协助` for one of them. */
function kindOption(option: string): [string, ListKind] {
  const at = Math.max(option.lastIndexOf('='), option.lastIndexOf('＝'));
  const kind = kindNamed(option.slice(at + 1));
  if (kind === null) {
    throw new QingdanError(
      'QD-IMPORT',
      `--kind「${shown(option)}」不对，请写自治、协助、负面、可出具证明、不应出具证明或参考`,
    );
  }
  return [at < 0 ? '' : option.slice(0, at).trim(), kind];
}

function dateOption(name: string, value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  const [, year, month, day] =
    /^(\d{4})(?:[-年./](\d{1,2}))?(?:[-月./](\d{1,2}))?[月日]?$/.exec(value.trim()) ?? [];
  if (year === undefined) {
    throw new QingdanError(
      'QD-DATE',
      `${name} 的日期「${shown(value)}」不对，请写成 2024、2024-05 或 2024-05-01`,
    );
  }
  return [year, month?.padStart(2, '0'), day?.padStart(2, '0')]
    .filter((part) => part !== undefined)
    .join('-');
}

function choiceOption<T extends string>(
  name: string,
  value: string | undefined,
  known: readonly T[],
): T | undefined {
  if (value === undefined) return undefined;
  const found = known.find((choice) => choice === value);
  if (found !== undefined) return found;
  throw new QingdanError('QD-IMPORT', `${name}「${shown(value)}」不对，可用的有：${known.join('、')}`);
}
