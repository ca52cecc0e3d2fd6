import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { CHANNELS } from '#adapters/channels.js';
import { channelReport } from '#config/channel-report.js';
import { exampleFile } from '#config/example.js';
import { readSettings } from '#config/load.js';
import { channelSettings, fileSettings, type Setting, variableSettings } from '#config/reference.js';
import { referencePage } from '#config/reference-page.js';
import { fileSchema } from '#config/settings.js';
import { packagePath } from '#package-root.js';
import { qingdan } from '../support/command-line.js';

const textOf = (path: string) => readFileSync(packagePath(path), 'utf8');
const leaves = (setting: Setting): Setting[] => [setting, ...setting.parts.flatMap(leaves)];

describe('the settings', () => {
  it('each have words for the operator', async () => {
    const channels = (await channelSettings()).flatMap(([, settings]) => settings);
    const all = [...fileSettings(), ...channels, ...variableSettings()].flatMap(leaves);
    expect(all.length).toBeGreaterThan(60);
    for (const { key, what } of all) expect(what, key).toMatch(/\p{Script=Han}/u);
  });

  it('are those of the file’s schema, and the page and example that ship name each', async () => {
    const sections = Object.keys(fileSchema.shape);
    expect([...fileSettings().map(({ key }) => key), 'channels'].sort()).toEqual(sections.sort());
    expect(textOf('deploy/qingdan.example.yaml')).toBe(await exampleFile());
    expect(textOf('docs/configuration.md')).toBe(await referencePage());
  });

  it('with their variables are all that the program reads', () => {
    const read = new Set<string>();
    for (const file of ['src/app/files.ts', 'src/app/lexicon.ts', 'src/cli/letters.ts', 'src/cli/run.ts'])
      for (const [name] of textOf(file).matchAll(/QINGDAN_[A-Z_]+/gu)) read.add(name);
    const told = new Set(variableSettings().map(({ variable }) => variable));
    expect([...read].filter((name) => !told.has(name))).toEqual([]);
  });
});

describe('the example', () => {
  it('sets nothing as it stands', async () => {
    const path = packagePath('deploy', 'qingdan.example.yaml');
    expect(parse(textOf('deploy/qingdan.example.yaml'))).toBeNull();
    expect(readSettings({ QINGDAN_CONFIG: path }).settings).toEqual(readSettings({}).settings);
  });

  it('without its marks of comments is a configuration, with every channel in it', async () => {
    const values = parse((await exampleFile()).replaceAll(/^# /gmu, '')) as { channels: object };
    expect(Object.keys(values.channels)).toEqual([...CHANNELS]);
    const parsed = fileSchema.safeParse(values);
    expect(parsed.error?.issues ?? []).toEqual([]);
    expect(Object.keys(values).sort()).toEqual(Object.keys(fileSchema.shape).sort());
  });
});

describe('qingdan config', () => {
  it('writes the example, and says whether the settings are right', async () => {
    expect((await qingdan('config', '--example')).stdout).toBe(await exampleFile());
    expect(await qingdan('config')).toMatchObject({
      exitCode: 0,
      stdout: expect.stringContaining('没有问题'),
    });
    expect((await channelReport({})).map(({ name }) => name)).toEqual([...CHANNELS]);
  });
});
