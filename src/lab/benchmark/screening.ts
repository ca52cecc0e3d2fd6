import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { openAssistant } from '#app/assistant.js';
import { packagePath, readTextFile } from '#app/files.js';
import { parseMarkedNotice } from '../marked-notice.js';
import { Timings } from './timing.js';

/** Times over the project's marked notices. */
export interface ScreeningFigures {
  notices: number;
  'p50 ms': number;
  'p95 ms': number;
  'characters a second': number;
}

/** Whole notices, one after another. */
export function measureScreening(): ScreeningFigures {
  const { screener } = openAssistant({ today: '2026-11-23' });
  const folder = packagePath('test', 'evaluation', 'notices');
  const notices = readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => parseMarkedNotice(readTextFile(join(folder, name))));
  const texts = notices.map(({ text }) => text);
  screener.screen(texts[0] ?? '', { source: 'warm' });
  const times = notices.map(({ text, region }) => {
    const start = performance.now();
    screener.screen(text, { source: 'timed', region });
    return performance.now() - start;
  });
  const timings = new Timings(times);
  const characters = texts.reduce((sum, text) => sum + text.length, 0);
  const seconds = times.reduce((sum, time) => sum + time, 0) / 1000;
  return {
    notices: texts.length,
    'p50 ms': timings.at(0.5),
    'p95 ms': timings.at(0.95),
    'characters a second': characters / seconds,
  };
}
