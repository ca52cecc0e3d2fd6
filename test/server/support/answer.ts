import type { Answer } from '#answer/index.js';
import type { Citation } from '#catalogue/citation.js';

export const CITATION: Citation = {
  documentId: 'sample-notice',
  title: '关于规范证明事项的通知',
  number: '样发〔2020〕1号',
  locator: '附件第3项',
  region: '全国',
  effectiveFrom: '2020-01-01',
  evidence: 'secondary',
  summary: '这项证明不由社区出具。',
  url: 'https://example.gov.cn/notice',
};

export const ANSWER: Answer = {
  question: '社区能开样例证明吗',
  verdict: 'must-not-certify',
  band: 'answer',
  probability: 0.97,
  item: {
    id: 'sample-notice-list-3',
    name: '样例证明',
    list: 'sample-notice-list',
    kind: 'must-not-certify',
    documentId: 'sample-notice',
  },
  candidates: [
    { id: 'sample-notice-list-3', name: '样例证明', kind: 'must-not-certify', probability: 0.97 },
    { id: 'sample-rule', name: '样例条款', kind: 'provision', probability: 0.1 },
  ],
  citations: [CITATION],
  route: '到公安派出所办理',
  text: '不能开。',
  choices: [],
  explanation: {
    sort: 'paper',
    frame: { act: 'paper', capacity: 'unsaid', object: '样例证明' },
    subject: null,
    region: '全国',
    date: '2026-01-01',
    wording: '样例证明',
    matched: ['样例', '证明'],
    differed: [],
    decidedBy: 'sample-notice-list-3',
    rows: ['sample-notice-list-3'],
    level: '全国',
    lists: [],
    vetoes: [{ id: 'sample-rule', reason: '不是证明' }],
    threshold: { answer: 0.5, confirm: 0.2 },
    notes: [],
  },
  sections: [
    { is: 'headline', text: '不能开。' },
    { is: 'closing', text: '目录：全国。' },
  ],
  further: [],
  catalogueVersion: '0123456789ab',
};
