import { APPLICATION_FIELDS, checkComplete, checkDraft, missingFields } from '#admission/application.js';
import { fieldFrom, fieldLabelled } from '#admission/form-fields.js';
import { PROMPTS } from '#admission/prompts.js';
import type { Applying } from '#conversation/admission-counter.js';
import { textOnly } from '#conversation/answer-blocks.js';
import { scopeOf } from '#conversation/ask-desk.js';
import { defineIntent, type Outcome, type Turn } from '#conversation/intent.js';
import type { Block } from '#conversation/message.js';
import { visitorOf } from '#conversation/notice-desk.js';
import { isPersons } from '#conversation/notices.js';
import { placeOf } from '#conversation/places.js';
import { isFilling } from '#conversation/state.js';

const START =
  /^(?:我|我们|我们?单位|我们?部门|这边|这里)?(?:想|要|想要|需要|来)?(?:填|填写|写|办|办理|申请|提交|提)(?:一个|一下|个)?(?:社区|村)?(?:工作|事项)?(?:的)?(?:准入|准入申请|准入申请表|准入事项)(?:申请)?$/u;
const RESUME = /^(?:继续|接着)(?:填|申请|填表|填写|准入|办)(?:申请|准入|申请表)*$/u;
const PAUSE = /^(?:先放一放|先放着|先不填了|等会儿?再填|暂停|先停一下|以后再填)$/u;
const HAND_IN = /^(?:提交|确认提交|交|登记|确认)$/u;
const LABELLED = /^([^：:]{2,12})[：:]\s*([\s\S]+)$/u;

type Slots = { does: 'start' | 'resume' | 'pause' | 'hand-in' | 'file' | 'answer' };

/** An application for admission, filled in field by field; laid aside and taken up again within the conversation. */
export const intent = defineIntent<Slots>({
  id: 'apply-admission',
  precedence: 13,
  interrupts: false,
  examples: ['申请准入', '我们要申请社区工作准入', '我想填准入申请表', '办理社区事项准入'],
  slots({ said, state, message }) {
    if (isFilling(state)) {
      if (message.attachments.length > 0) return { does: 'file' };
      if (PAUSE.test(said)) return { does: 'pause' };
      return { does: HAND_IN.test(said) && isComplete(state.applying) ? 'hand-in' : 'answer' };
    }
    if (state.applying != null && RESUME.test(said)) return { does: 'resume' };
    return START.test(said) ? { does: 'start' } : null;
  },
  async handler({ does }, turn) {
    const begun: Applying = turn.state.applying ?? {
      region: scopeOf(turn).region,
      application: {},
      paused: false,
    };
    const applying = { ...begun, paused: false };
    switch (does) {
      case 'start':
      case 'resume':
        return next(turn, applying, opening(applying));
      case 'pause':
        return {
          blocks: textOnly('好的，填到这里先放着，半小时内说「继续申请」可以接着填。'),
          state: { applying: { ...applying, paused: true } },
        };
      case 'file':
        return fromFile(turn, applying);
      case 'hand-in':
        return handIn(turn, applying);
      case 'answer':
        return answer(turn, applying);
    }
  },
});

const isComplete = (applying: Applying | null | undefined): boolean =>
  applying != null && applying.region !== null && missingFields(applying.application).length === 0;

const opening = ({ application }: Applying): string =>
  Object.keys(application).length > 0
    ? '接着填准入申请表。'
    : '下面一栏一栏地填准入申请表，也可以直接把填好的表（.docx、.xlsx）发来。想停下说「先放一放」，不填了说「取消」，改前面的发「栏目：内容」。';

/** Asks for the next field; where all are there, shows what the lists say and waits for 提交. */
function next({ desk }: Turn, applying: Applying, said = ''): Outcome {
  const state = { applying, page: null };
  const ahead = said === '' ? '' : `${said}\n`;
  const { region, application } = applying;
  if (region === null) {
    return { blocks: textOnly(`${ahead}这件事在哪个地区实施？如 重庆市渝北区`), state };
  }
  const [field] = missingFields(application);
  if (field !== undefined) {
    return { blocks: textOnly(`${ahead}【${APPLICATION_FIELDS[field]}】${PROMPTS[field]}`), state };
  }
  const lines = desk.admissions.screen(checkComplete(application), region);
  const text = [
    `${ahead}都填好了（${region}）。`,
    ...lines,
    '没有问题就回复「提交」；要改哪一栏，发「栏目：内容」。',
  ];
  return { blocks: textOnly(text.join('\n')), state };
}

/** The message as the answer to what was asked, or to the field that it names. */
function answer(turn: Turn, applying: Applying): Outcome {
  const { message, desk } = turn;
  const text = message.text.trim();
  const [, label = '', content = ''] = LABELLED.exec(text) ?? [];
  const named = fieldLabelled(label);
  if (applying.region === null && named === null) {
    const place = placeOf(desk.kb, turn.said);
    if (place?.type === 'one') return next(turn, { ...applying, region: place.region.name });
    const why = place?.type === 'unknown' ? place.message : '请写省、市或区县的全称';
    return next(turn, applying, `没有认出地区：${why}。`);
  }
  const [asked] = missingFields(applying.application);
  const field = named ?? asked;
  if (field === undefined) {
    return next(turn, applying, '要改哪一栏，请发「栏目：内容」，如「经费保障：每个社区每年3000元」。');
  }
  try {
    const said = fieldFrom(field, named === null ? text : content);
    const application = checkDraft({ ...applying.application, ...said });
    return next(turn, { ...applying, application });
  } catch (error) {
    if (!isPersons(error)) throw error;
    return next(turn, applying, `${(error as Error).message}。`);
  }
}

async function fromFile(turn: Turn, applying: Applying): Promise<Outcome> {
  const [file] = turn.message.attachments;
  if (file === undefined) return next(turn, applying);
  try {
    const read = await turn.desk.admissions.read(file, visitorOf(turn.message));
    const application = checkDraft({ ...applying.application, ...read });
    return next(turn, { ...applying, application }, `从表里读到${Object.keys(read).length}栏。`);
  } catch (error) {
    if (!isPersons(error)) throw error;
    return next(turn, applying, `${(error as Error).message}。`);
  }
}

async function handIn({ desk, message }: Turn, { region, application }: Applying): Promise<Outcome> {
  if (region === null) throw new Error('an application is handed in without a region');
  const { channel, userId } = message;
  const kept = await desk.admissions.handIn({ channel, userId }, application, region);
  const bytes = await desk.admissions.form(application, region, kept?.number);
  const said =
    kept === null
      ? '这里没有登记系统，请把下面的申请表打印盖章，交给主管部门。'
      : `已登记为草稿：${kept.number}，查询码 ${kept.code}，请记下。申请部门或主管部门的经办人核对后正式提交，才开始计算办理期限。`;
  const blocks: Block[] = [
    ...textOnly(said),
    {
      type: 'file',
      name: '准入申请表.docx',
      mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      bytes,
    },
  ];
  return { blocks, state: { applying: null } };
}
