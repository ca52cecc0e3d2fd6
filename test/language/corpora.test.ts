import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Doc, Span } from '#language/index.js';
import { packagePath } from '#package-root.js';
import { language } from './lexicon.js';

interface Example {
  text: string;
  gives: string[];
}

const TODAY = { today: '2026-11-23' };
const words = ({ text }: Doc, { start, end }: Span) => text.slice(start, end);
const question = (text: string) => language.question(text, TODAY);
const notice = (text: string) => language.notice(text, TODAY);

/** What each annotator gives, as its corpus writes it. */
const GIVEN: Readonly<Record<string, (text: string) => string[]>> = {
  plain: (text) => [notice(text).plain],
  brackets: (text) => {
    const doc = notice(text);
    return doc.hidden.map((span) => words(doc, span));
  },
  places: (text) => {
    const doc = question(text);
    return doc.places.map((place) => `${words(doc, place)}: ${place.regions.join(' ')}`);
  },
  days: (text) => {
    const doc = question(text);
    return doc.days.map((day) => `${words(doc, day)}: ${day.date}`);
  },
  parties: (text) => {
    const doc = question(text);
    return doc.parties.map((mention) => `${words(doc, mention)}: ${mention.party}`);
  },
  tokens: (text) => question(text).tokens.map((token) => `${token.text}: ${token.is}`),
  clauses: (text) =>
    question(text).clauses.map(
      ({ frame }) => `${frame.clause}: ${frame.act} ${frame.capacity} ${frame.object}`,
    ),
  layout: (text) => {
    const { layout } = notice(text);
    return [
      `title: ${layout?.title ?? ''}`,
      `number: ${layout?.number ?? ''}`,
      `issuer: ${layout?.issuer ?? ''}`,
      `addressees: ${[...(layout?.addressees ?? [])].join(' ')}`,
      `tables: ${layout?.tables.length}`,
    ];
  },
  notices: (text) => {
    const doc = notice(text);
    const { assigned = [], passedOver = [] } = doc.reading ?? {};
    const tasks = assigned.map((task) => ({
      start: task.start,
      said: `${words(doc, task)}: ${[task.capacity, task.demand].filter(Boolean).join(' ')}`,
    }));
    const rest = passedOver
      .filter(({ reason }) => reason !== 'frame')
      .map((part) => ({ start: part.start, said: `${words(doc, part)}: ${part.reason}` }));
    return [...tasks, ...rest].sort((a, b) => a.start - b.start).map(({ said }) => said);
  },
};

const FOLDER = packagePath('src', 'language');
const layers = readdirSync(FOLDER, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

describe.each(layers)('the layer %s', (layer) => {
  const path = `${FOLDER}/${layer}/corpus.yaml`;

  it('has a corpus beside it, and somebody who reads it', () => {
    expect(existsSync(path)).toBe(true);
    expect(GIVEN).toHaveProperty(layer);
  });

  const examples = existsSync(path) ? (parse(readFileSync(path, 'utf8')) as Example[]) : [];
  it.each(examples)('reads $text', ({ text, gives }) => {
    expect(GIVEN[layer]?.(text)).toEqual(gives);
  });
});
