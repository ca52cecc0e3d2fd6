/** What a person should know before the first question. */
export const NOTICE = [
  '这是一个程序，不是工作人员。它只按已收录的文件回答，每个结论都附依据，以正式文件为准。',
  '对话暂存在本站，证件号、电话、银行卡号、邮箱先遮去，半小时没有新消息就删除。',
] as const;
