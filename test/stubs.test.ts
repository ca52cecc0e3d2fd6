import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { packagePath } from '#package-root.js';

const require = createRequire(import.meta.url);
const manifest = JSON.parse(readFileSync(packagePath('package.json'), 'utf8')) as Record<
  'dependencies' | 'devDependencies',
  Record<string, string>
>;
const standIns = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })
  .filter(([, from]) => from === 'file:stubs/cloud-part')
  .map(([name]) => name);

describe('a stand-in', () => {
  it.each(standIns)('of %s gives names and refuses to do anything', (name) => {
    const absent = require(name) as Record<string, new () => object> & {
      Some: { part(): void };
    };
    class Made extends (absent.Client as new () => object) {}
    expect(() => new Made()).toThrow('Client is not part of this installation');
    expect(() => absent.Some.part()).toThrow('Some.part is not part of this installation');
    expect(`${absent.Constant}`).toBe('Constant');
  });

  it('of botbuilder is its core, without the part that talks to a cloud', () => {
    const whole = require('botbuilder') as Record<string, unknown>;
    const core = require('botbuilder-core') as Record<string, unknown>;
    expect(whole).toMatchObject({ TurnContext: core.TurnContext, MemoryStorage: core.MemoryStorage });
    expect(() => new (whole.BotFrameworkAdapter as new () => object)()).toThrow(
      'BotFrameworkAdapter is not part of this installation',
    );
  });
});
