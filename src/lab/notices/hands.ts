import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { packagePath, readTextFile } from '#app/files.js';
import { readYaml } from '#text/yaml.js';
import { type MarkedNotice, parseMarkedNotice } from '../marked-notice.js';

/** A marked notice with the file it stands in. */
export interface NamedNotice extends MarkedNotice {
  readonly name: string;
}

export const OWN = packagePath('test', 'evaluation', 'notices');
export const OTHERS = packagePath('test', 'evaluation', 'notices-of-other-hands');

/** The marked notices of a folder, in the order of their names. */
export function noticesIn(folder: string): NamedNotice[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.txt'));
  return names.sort().map((name) => ({ name, ...parseMarkedNotice(readTextFile(join(folder, name), name)) }));
}

/** What a model learns from, by whoever wrote and marked it: the project's own (not the blind ones), and others. */
export function noticesByHand(): Map<string, NamedNotice[]> {
  const hands = new Map([['own', noticesIn(OWN)]]);
  for (const notice of noticesIn(OTHERS)) {
    const hand = notice.name.replace(/-.*$/u, '');
    hands.set(hand, [...(hands.get(hand) ?? []), notice]);
  }
  return hands;
}

const shortSchema = z.array(z.strictObject({ text: z.string(), tasks: z.array(z.string()) }));

/** The short notices that show the shapes every reader has to know; their marks accept no verdict. */
export function shortNotices(): NamedNotice[] {
  const file = readTextFile(packagePath('test', 'evaluation', 'short-notices.yaml'));
  return readYaml(file, shortSchema).map(({ text, tasks }, i) => {
    let from = 0;
    const marks = tasks.map((phrase) => {
      const start = text.indexOf(phrase, from);
      from = start + phrase.length;
      return { phrase, start, end: from, accepted: [] };
    });
    return { name: `short ${i}`, text, region: undefined, marks };
  });
}
