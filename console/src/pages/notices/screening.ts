import type { ScreenedTask, Screening } from '#answer/index.js';
import type { EncodedFile } from '../../parts/save.js';
import type { Correction } from './corrections.js';

/** A notice as it is sent. */
export interface Notice {
  text: string;
  file: File | null;
  region: string;
}

/** What is asked for besides the screening. */
export interface Wanted {
  report?: '.docx' | '.xlsx';
  letters?: { committee: string; to: string; confirmed: readonly number[] };
  /** What a person says of its tasks. */
  corrections?: readonly Correction[];
  /** Id of the same notice's screening of before, which this one takes the place of. */
  earlier?: string;
}

export interface Screened extends Screening {
  text: string;
  report?: EncodedFile;
  letters?: (EncodedFile & { reply: string; signed: boolean }) | null;
}

export type { ScreenedTask };

/** The form of a notice: the same one again gives the same screening, so letters are written from it anew. */
export function formOf(
  { text, file, region }: Notice,
  { report, letters, corrections = [], earlier }: Wanted = {},
): FormData {
  const form = new FormData();
  const fields: Readonly<Record<string, string | undefined>> = {
    text: file === null ? text : undefined,
    region: region.trim() || undefined,
    withText: 'yes',
    report,
    earlier,
    corrections: corrections.length === 0 ? undefined : JSON.stringify(corrections),
    ...(letters && {
      letters: 'yes',
      committee: letters.committee.trim() || undefined,
      to: letters.to.trim() || undefined,
      confirmed: letters.confirmed.length === 0 ? undefined : letters.confirmed.join(','),
    }),
  };
  for (const [name, value] of Object.entries(fields)) if (value !== undefined) form.set(name, value);
  if (file !== null) form.set('file', file, file.name);
  return form;
}
