export { certificateOf, plainForm, refusalOf } from './certificates.js';
export { paperDocx } from './docx.js';
export { BLANK, dayWords, type Paper, paperText } from './paper.js';
export { meetingNoteOf, receiptOf, replyOf, routingSlipOf, type SheetContext } from './sheets.js';
