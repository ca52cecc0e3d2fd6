import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { CHANNELS } from '#adapters/channels.js';
import { CHANNEL_FILES, loadChannel } from '#adapters/load.js';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const FOLDER = `${ROOT}adapters`;

describe('the folders under adapters', () => {
  it('are the channels, and no others', () => {
    const folders = readdirSync(FOLDER, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(folders.map(({ name }) => name).sort()).toEqual([...CHANNELS].sort());
  });

  it.each(CHANNELS)('%s has the three files with their exports', async (name) => {
    for (const [file, exports] of Object.entries(CHANNEL_FILES)) {
      const loaded = (await import(
        new URL(`../../../adapters/${name}/${file}`, import.meta.url).href
      )) as object;
      expect(Object.keys(loaded)).toEqual(expect.arrayContaining([...exports]));
    }
  });

  it.each(CHANNELS)('%s runs the suite that all channels run', (name) => {
    const tests = `${ROOT}test/adapters/${name}`;
    const files = existsSync(tests) ? readdirSync(tests).filter((file) => file.endsWith('.test.ts')) : [];
    const text = files.map((file) => readFileSync(`${tests}/${file}`, 'utf8')).join('\n');
    expect(text).toMatch(/\bchannelContract\(/u);
  });

  it.each(CHANNELS)('%s has a page that names every setting, and a line in the overview', async (name) => {
    const page = `${ROOT}docs/channels/${name}.md`;
    const text = existsSync(page) ? readFileSync(page, 'utf8') : '';
    const { shape = {} } = (await loadChannel(name)).configSchema.def as { shape?: object };
    expect(text).not.toBe('');
    expect(Object.keys(shape).filter((setting) => !text.includes(setting))).toEqual([]);
    expect(readFileSync(`${FOLDER}/README.md`, 'utf8')).toMatch(new RegExp(`^\\| ${name}\\b`, 'mu'));
  });

  it.each(CHANNELS)(
    '%s renders a reply without blocks as nothing, and one of text as something',
    async (name) => {
      const { render } = await loadChannel(name);
      expect(render({ blocks: [] })).toEqual([]);
      expect(render({ blocks: [{ type: 'text', text: '您好' }] }).length).toBeGreaterThan(0);
    },
  );

  it.each(CHANNELS)(
    '%s names its secrets, and every setting has a description for the operator',
    async (name) => {
      const { configSchema, secrets } = await loadChannel(name);
      const { shape = {} } = configSchema.def as { shape?: Record<string, { description?: string }> };
      for (const secret of secrets) expect(Object.keys(shape)).toContain(secret);
      for (const [key, field] of Object.entries(shape))
        expect(field.description, key).toMatch(/\p{Script=Han}/u);
    },
  );
});
