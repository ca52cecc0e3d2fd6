import { expect, it } from 'vitest';
import { openAssistant } from '#app/assistant.js';
import { parseDocument } from '#catalogue/parse.js';

const ASKED = { text: '楼上漏水两家吵起来了，社区来不来调解', region: '重庆市', today: '2026-11-23' };

const own = (region: string) =>
  parseDocument({
    path: 'own.yaml',
    text: `
id: own
title: 示例自治事项清单
issuer: 示例
type: notice
issuedOn: 2026-01-01
status: in-force
region: ${region}
evidence: secondary
sources: ['本地导入：示例.xlsx']
provisions: []
lists:
  - id: own-self
    name: 自治事项清单
    kind: autonomy
    items:
      - { id: own-self-1, no: 1, summary: 示例, name: 邻里矛盾调解, subject: 邻里矛盾调解, matter: duty-mediate, aliases: [] }
`,
  });

it.each([
  ['重庆市', 'own', 'what ships for the same level, however well that is known, comes behind'],
  ['湖北省', 'cq-cwh-measures', 'another place’s list decides nothing'],
])('a list loaded for %s: %s decides, since %s', (region, decides) => {
  const { decide } = openAssistant({ office: { documents: [own(region)], texts: new Map() } });
  expect(decide(ASKED).item?.documentId).toBe(decides);
});
