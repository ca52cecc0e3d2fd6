/** What a person should know before the first question. */
export const NOTICE = [
  '这是一个程序，不是工作人员。它只按已收录的文件回答，每个结论都附依据，以正式文件为准。',
  '问答会留存一段时间备查，证件号、电话、银行卡号、邮箱先遮去，不存您的姓名和账号。页面上的对话半小时没有新消息就删去。',
] as const;
