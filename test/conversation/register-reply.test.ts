import { describe, expect, it } from 'vitest';
import { registerReply, taskBehind } from '#conversation/register-reply.js';
import { realAssistant } from './real-assistant.js';

const decide = (text: string) => realAssistant().decide({ text, as: 'task', region: '重庆市' });
const FOUND = { lines: ['登记里有“人口普查登记表”。'], citations: [] };

describe('the task behind what a register holds', () => {
  it('is told by the lists where they know it, with its sources', () => {
    const task = taskBehind('forms', '人口普查登记表', decide);
    expect(task?.verdict).toBe('assist');
    const { text, citations } = registerReply(FOUND, task);
    expect(text).toMatch(/后面的工作，清单这样说：属于依法协助。「协助人口普查」/);
    expect(citations.map(({ title }) => title)).toContain('全国人口普查条例');
  });

  it('is none where the lists don’t know it, nothing is named, or no task stands behind', () => {
    expect(taskBehind('forms', '那个什么表', decide)).toBeNull();
    expect(taskBehind('forms', '', decide)).toBeNull();
    expect(taskBehind('boards', '人口普查', decide)).toBeNull();
    expect(registerReply(FOUND, null).text).not.toContain('清单这样说');
  });
});
