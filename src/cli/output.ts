import { stringify } from 'yaml';

/** Writes text and a line end to standard output. */
export function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** Writes a value as indented JSON to standard output. */
export function printJson(value: unknown): void {
  print(JSON.stringify(value, null, 2));
}

/** Writes the stages of a trace: YAML, which a person can read, or JSON. */
export function printTrace(trace: Record<string, unknown>, json = false): void {
  if (json) printJson(trace);
  else print(stringify(trace, { lineWidth: 0, aliasDuplicateObjects: false }).trimEnd());
}
