import type { Role } from '#ruling/index.js';

/** Everything the page says by itself; answers and lists are Chinese in every shell. */
export interface Words {
  /** Of the document: what the shell is written in. */
  lang: 'zh-CN' | 'en';
  tagline: string;
  description: string;
  skip: string;
  largeText: string;
  normalText: string;
  newConversation: string;
  conversation: string;
  welcome: string;
  askLike: string;
  noticeHint: string;
  /** Who answers and what is kept, said once, before the first question. */
  beforeUse: string;
  introduction: readonly string[];
  scope: string;
  change: string;
  iAm: string;
  roles: Readonly<Record<Role, string>>;
  iAmIn: string;
  placeExample: string;
  remember: string;
  question: string;
  questionExample: string;
  send: string;
  pickFile: string;
  unpick: string;
  you: string;
  assistant: string;
  sources: string;
  says: string;
  quoted: string;
  original: string;
  thisAnswer: string;
  useful: string;
  wrong: string;
  given: string;
  goOn: string;
  basis: string;
  where: string;
  otherRegion: string;
  letter: string;
  reply: string;
  toChat: string;
  anAnswer: string;
  skipToText: string;
  noConnection: string;
  share: string;
  shareAnswer: string;
  shareAnswerNote: string;
  shareQuestion: string;
  shareQuestionNote: string;
  download: string;
  table: string;
  /** What the script says. */
  waiting: string;
  tooFast: string;
  failed: string;
  offline: string;
  tooLarge: string;
  lists: string;
}

const CHINESE: Words = {
  lang: 'zh-CN',
  tagline: '一件事、一张证明，归不归社区',
  description: '一件事、一张证明，归不归社区（居委会、村委会）管，附依据',
  skip: '跳到提问框',
  largeText: '大字',
  normalText: '标准字',
  newConversation: '新对话',
  conversation: '对话',
  welcome: '想问哪件事？',
  askLike: '写一句话就行，比如：',
  noticeHint: '收到一份通知，想知道里面哪些事归社区？点下面的「发通知」，或者把全文粘贴到输入框里。',
  beforeUse: '使用前请知道',
  introduction: [
    '这是一个程序，不是工作人员。每个结论都附依据，以正式文件为准。',
    '问答留存一段时间备查，证件号、电话等先遮去，不存您的姓名和账号。页面上的对话半小时没有新消息就删去。',
  ],
  scope: '地区和身份',
  change: '更改',
  iAm: '我是',
  roles: { resident: '居民', worker: '社区工作者', official: '机关干部' },
  iAmIn: '我在',
  placeExample: '如 重庆市南岸区',
  remember: '记住',
  question: '想问的事，也可以粘贴整份通知',
  questionExample: '如：社区能开居住证明吗',
  send: '发送',
  pickFile: '发通知',
  unpick: '不发了',
  you: '你：',
  assistant: '清单助手：',
  sources: '依据',
  says: '说了什么',
  quoted: '原文：',
  original: '看原文（在新窗口打开）',
  thisAnswer: '这个回答',
  useful: '有用',
  wrong: '不对',
  given: '已反馈：',
  goOn: '接着问',
  basis: '依据',
  where: '去哪办',
  otherRegion: '换地区',
  letter: '写回函',
  reply: '怎么跟对方说',
  toChat: '自己问一句',
  anAnswer: '一个回答',
  skipToText: '跳到正文',
  noConnection: '现在没有网络',
  share: '分享',
  shareAnswer: '回答的链接',
  shareAnswerNote: '只有回答和依据，没有您问的话。',
  shareQuestion: '问题的链接',
  shareQuestionNote: '链接里有您问的这句话，别人打开后自己发送。',
  download: '下载',
  table: '表格',
  waiting: '正在查清单…',
  tooFast: '问得太快了，请一分钟后再试。',
  failed: '这次没有答成，请再试一次。',
  offline: '连不上服务，请检查网络后再试。',
  tooLarge: '文件超过 {MB} MB，请拆成几个文件或去掉图片后再发。',
  lists: '清单和文件',
};

const ENGLISH: Words = {
  lang: 'en',
  tagline: 'Is it the community committee’s business?',
  description:
    'Whether a task or a certificate is the business of a community committee in China, with sources',
  skip: 'Skip to the question',
  largeText: 'Large text',
  normalText: 'Normal text',
  newConversation: 'New chat',
  conversation: 'Conversation',
  welcome: 'What would you like to know?',
  askLike: 'Ask in Chinese, in one sentence. For example:',
  noticeHint:
    'Have you received a notice (通知) and want to know which of its tasks are the community’s? Send the file below, or paste its text.',
  beforeUse: 'Before you use it',
  introduction: [
    'This is a program, not a member of staff. It reads and answers Chinese. Every answer gives its sources; the official documents are what counts.',
    'Questions and answers are kept for a while; ID and phone numbers are masked first, and neither your name nor an account is kept. The chat on this page is deleted after half an hour without a message.',
  ],
  scope: 'Place and role',
  change: 'Change',
  iAm: 'I am',
  roles: { resident: 'a resident', worker: 'a community worker', official: 'an official' },
  iAmIn: 'I am in',
  placeExample: 'e.g. 重庆市南岸区',
  remember: 'Remember',
  question: 'Your question in Chinese, or a whole notice',
  questionExample: '如：社区能开居住证明吗',
  send: 'Send',
  pickFile: 'Send a notice',
  unpick: 'Don’t send it',
  you: 'You: ',
  assistant: '清单助手: ',
  sources: 'Sources',
  says: 'What it says',
  quoted: 'In its own words: ',
  original: 'Original (opens in a new window)',
  thisAnswer: 'This answer is',
  useful: 'useful',
  wrong: 'wrong',
  given: 'Thank you. You said: ',
  goOn: 'Go on',
  basis: 'On what basis?',
  where: 'Where to go?',
  otherRegion: 'Another place',
  letter: 'Write a letter',
  reply: 'What to tell them?',
  toChat: 'Ask a question',
  anAnswer: 'An answer',
  skipToText: 'Skip to the text',
  noConnection: 'No connection',
  share: 'Share',
  shareAnswer: 'Link to the answer',
  shareAnswerNote: 'Only the answer and its sources, nothing that you wrote.',
  shareQuestion: 'Link to the question',
  shareQuestionNote: 'The link contains what you asked; whoever opens it sends it themselves.',
  download: 'Download',
  table: 'Table',
  waiting: 'Looking through the lists…',
  tooFast: 'Too many questions at once. Please try again in a minute.',
  failed: 'That did not work. Please try again.',
  offline: 'The service can’t be reached. Please check your connection and try again.',
  tooLarge: 'The file is larger than {MB} MB. Please split it or take out its pictures.',
  lists: 'Lists and documents',
};

/** Shells by the setting `language`. */
export const SHELLS = { 'zh-CN': CHINESE, en: ENGLISH } as const;
export type Language = keyof typeof SHELLS;
