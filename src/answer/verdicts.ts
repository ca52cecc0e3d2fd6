import type { Item } from '#catalogue/schema.js';
import type { Role, Verdict } from '#ruling/index.js';

/** 社区 as the answers call the committee. */
export const COMMITTEE = '社区（居委会、村委会）';

/** Colour of a verdict; its words and sign say the same to those who don't see it. */
export type Tone = 'yes' | 'help' | 'no' | 'open' | 'unsure';

/** Everything that is said of one verdict. */
export interface Voice {
  /** In a table of tasks. */
  word: string;
  /** On a badge, with its sign. */
  label: string;
  sign: string;
  tone: Tone;
  /** The first line of an answer; `name` is the item's or the demand's. Null where neither gives the verdict. */
  headline: ((name: string, of: Pick<Item, 'capacity' | 'binds'>) => string) | null;
  /** The first line where several matters come to this verdict; null where none can. `names` are theirs, in 「」. */
  together: ((names: string) => string) | null;
  /** What the asker may do next; null where nothing can be said without more facts. */
  next: Readonly<Record<Role, string>> | null;
  /** Whose business it is, in one sentence that ends with a full stop. */
  whose: string;
  /** What is to be done with a task of a notice; `paper`: the task is a paper to be issued. */
  advice: (paper: boolean) => string;
  /** The letter that a task goes into: sent back, asked means for, or none. */
  letter: 'return' | 'means' | null;
}

const unadvised = () => '判断不了';

/** What is said of each verdict: a new one is a row here. */
export const VOICES = {
  autonomy: {
    word: '可以承担（自治）',
    label: '社区自治',
    sign: '✓',
    tone: 'yes',
    headline: (name) => `属于社区自己的职责。「${name}」是居委会、村委会依法自治的事。`,
    together: (names) => `属于社区自己的职责。${names}都是居委会、村委会依法自治的事。`,
    next: {
      resident: '可以直接找社区，也可以通过居民会议提出来。',
      worker: '按自治程序办，需要时交居民会议或居民代表会议商量。',
      official: '政府部门可以指导和支持，不宜包办或下指标。',
    },
    whose: '归社区（居委会、村委会）自己管，按居民自治的程序办。',
    advice: () => '可以承担，属于依法自治事项',
    letter: null,
  },
  assist: {
    word: '依法协助',
    label: '依法协助',
    sign: '◐',
    tone: 'help',
    headline: (name, { binds }) =>
      binds === true
        ? `属于依法协助。「${name}」的法律条文也写明居委会、村委会要做；政府和部门交办的那一份，责任仍在他们。`
        : `属于依法协助。「${name}」由政府和有关部门负责，社区依法协助，不是责任主体。`,
    together: (names) => `属于依法协助。${names}都是政府和有关部门的事，社区依法协助。`,
    next: {
      resident: '可以向社区反映、求助；审批、执法和拨款仍由政府部门办理。',
      worker: '可以协助，请部门写明要做什么、做到哪一步，并提供经费和工作条件。',
      official: '可以请社区协助，责任仍在部门，经费和条件要随事一起给到（权随责走、费随事转）。',
    },
    whose: '责任在政府和有关部门，社区只是依法协助。',
    advice: () => '协助，请部门落实经费和责任（费随事转）',
    letter: 'means',
  },
  negative: {
    word: '不应承担',
    label: '不应承担',
    sign: '✕',
    tone: 'no',
    headline: (name, { capacity }) =>
      capacity === 'responsible'
        ? `不应承担。「${name}」是负面事项，不能把社区当成责任主体。`
        : `不应承担。「${name}」是负面事项，不得派给社区。`,
    together: (names) => `不应承担。${names}都是负面事项，不能派给社区当责任主体。`,
    next: {
      resident: '这件事请找负责的政府部门。',
      worker: '可以附上这些依据，请下派单位收回。',
      official: '请不要下派到社区；确需社区出力的，只能作为协助事项，先经准入，并落实经费和条件。',
    },
    whose: '不归社区，由下派的政府部门自己负责。',
    advice: () => '不应承担',
    letter: 'return',
  },
  'may-certify': {
    word: '可以出具证明',
    label: '可以开',
    sign: '✓',
    tone: 'yes',
    headline: (name) => `可以开，但要符合条件。「${name}」列在${COMMITTEE}可以出具的范围里。`,
    together: (names) => `可以开，但要符合条件。${names}都列在${COMMITTEE}可以出具的范围里。`,
    next: {
      resident: '去之前先问清要带的材料；社区只对核实过的情况据实出具。',
      worker: '先核对适用情形和材料，据实出具；超出适用情形的不出具。',
      official: '只在规定的用途内要求提供，不要扩大使用范围。',
    },
    whose: '由社区（居委会、村委会）核实后据实开。',
    advice: () => '可以承担，核实后据实出具',
    letter: null,
  },
  'must-not-certify': {
    word: '不应出具证明',
    label: '不能开',
    sign: '✕',
    tone: 'no',
    headline: (name) => `不能开。「${name}」不应由${COMMITTEE}出具。`,
    together: (names) => `不能开。${names}都不由${COMMITTEE}开。`,
    next: {
      resident: '可以把这些依据给要证明的单位看，请它自己核实或按写明的途径办理。',
      worker: '可以不盖章，把这些依据告诉来人和要证明的单位，并指明办理途径。',
      official: '请不要让群众到社区开这份证明，由办事部门自行核实。',
    },
    whose: '不归社区开，由要证明的单位自行核实，或者由主管的部门开。',
    advice: () => '不应承担',
    letter: 'return',
  },
  'not-listed': {
    word: '清单未列',
    label: '清单未列',
    sign: '○',
    tone: 'open',
    headline: null,
    together: null,
    next: null,
    whose: '清单里没有交给社区，没有经过准入的，由提出要求的单位负责。',
    advice: (paper) => (paper ? '证明清单未列，不属于应当出具的证明' : '清单未列，须先准入'),
    letter: 'return',
  },
  information: {
    word: '有专门规定',
    label: '有关规定',
    sign: 'ℹ',
    tone: 'help',
    headline: null,
    together: null,
    next: null,
    whose: '这一条说的是规定，要看规定里写的单位。',
    advice: () => '有专门规定，请对照办理',
    letter: null,
  },
  clarify: {
    word: '待人工核对',
    label: '请选一项',
    sign: '？',
    tone: 'unsure',
    headline: null,
    together: null,
    next: null,
    whose: '还没有分清是哪一件事。',
    advice: unadvised,
    letter: null,
  },
  'out-of-scope': {
    word: '不在范围',
    label: '不在范围',
    sign: '○',
    tone: 'open',
    headline: null,
    together: null,
    next: null,
    whose: '不在清单的范围里。',
    advice: unadvised,
    letter: null,
  },
  'triage-government': {
    word: '大事，政府快办',
    label: '大事 · 政府快办',
    sign: '●',
    tone: 'help',
    headline: (name) => `这是大事，由政府部门快办。「${name}」要由负责的部门处理。`,
    together: null,
    next: {
      resident: '可以直接找这里写明的部门，也可以请社区帮着反映。',
      worker: '及时劝阻、登记并转给负责的部门；没有执法权，不要自己处置。',
      official: '请负责的部门受理和处置，不要把责任转给社区。',
    },
    whose: '归政府和有关部门管。',
    advice: unadvised,
    letter: null,
  },
  'triage-consult': {
    word: '小事，协商共办',
    label: '小事 · 协商共办',
    sign: '◐',
    tone: 'yes',
    headline: (name) => `这是小事，大家协商共办。「${name}」由有关的居民、业主和单位商量着办，社区可以牵线。`,
    together: null,
    next: {
      resident: '可以请社区把有关的人叫到一起商量，商量不成的再走写明的途径。',
      worker: '组织有关各方协商，做好调解和记录；协商不成的，指明下一步的途径。',
      official: '可以指导协商，涉及执法的部分由部门办理。',
    },
    whose: '由居民一起商量着办，社区组织。',
    advice: unadvised,
    letter: null,
  },
  'triage-self': {
    word: '私事，引导自办',
    label: '私事 · 引导自办',
    sign: '○',
    tone: 'open',
    headline: (name) => `这是私事，引导自己办。「${name}」由当事人自己处理，社区可以指路、帮忙联系。`,
    together: null,
    next: {
      resident: '按写明的途径自己办；有困难的，可以请社区帮着联系。',
      worker: '告诉来人去哪里办、要带什么；不要代为决定。',
      official: '请为当事人提供便利，不要求社区代办。',
    },
    whose: '由当事人自己办，社区可以指路。',
    advice: unadvised,
    letter: null,
  },
} satisfies Record<Verdict, Voice>;

export const voiceOf = (verdict: Verdict): Voice => VOICES[verdict];
