/** A list of duties that aren't the committee's. */
export interface OthersDuties {
  /** Whose they are, as citations name them. */
  about: string;
  /** The part of a township's list, where the title or sheet names one: 基本履职, 配合履职, 上级收回, 赋权. */
  part: string | null;
}

/** Words that name the committee or its place: the duties of a title with one of them are its own. */
const COMMITTEE =
  /社区|[居村]委|[居村]民|村级|村居|村\(|行政村|村务|自治组织|村(?=.{0,2}(履职|履行|职责|权责))/;
/** What a list of duties is called. 工作 and 事项 alone say of nobody that they are its duties. */
const DUTIES =
  /履职|履行.{0,4}职责|(主要|工作)职责|职责(清单|目录|事项)|权责|责任清单|权力.{0,3}(清单|事项|目录)|行政(许可|处罚|执法|权力)/;
/** Where 乡 and 镇 are whole words of a place: 示例镇, 某乡人民政府; 城镇, 镇区 and 家乡 name none. */
const TOWNSHIP =
  /乡镇|镇街|街镇|乡街|街乡|街道|苏木|(?<=[^城集市村小])镇(?![村区])|(?<=[^家城下返同老故])乡(?![村土贤亲愁])/;
const TOWNSHIPS = '乡镇（街道）';
const OTHERS: readonly (readonly [about: string, words: RegExp])[] = [
  ['公安派出所', /派出所/],
  [TOWNSHIPS, TOWNSHIP],
  ['政府部门', /局|部门|政府|机关|支队|大队|法院|检察院|办公室/],
];
/** The parts that the lists of townships have everywhere, with the words for each; the name of a sheet may be one alone. */
const PARTS: readonly (readonly [part: string, words: RegExp])[] = [
  ['基本履职', /基本(履职|履行|职责|事项)|^基本$/],
  ['配合履职', /配合(履职|履行|职责|事项)|^配合$/],
  ['上级收回', /上收|收回/],
  ['赋权', /赋权|下放/],
];
/** These words are those lists' own, whoever the title names. */
const OWN_WORDS =
  /(基本|配合)履(职|行职责)|上收事项|(上级|部门)[^，。；]{0,4}(上收|收回)|收回事项|赋权(事项|清单|目录)/;

/**
 * Whose duties a title speaks of: null for one that speaks of none, `unsaid` where neither it nor the titles around it
 * name anybody.
 * @param title normalised
 * @param around the other titles, normalised
 */
export function dutiesOf(title: string, around: string): OthersDuties | 'own' | 'unsaid' | null {
  const part = partOfDuties(title);
  if (COMMITTEE.test(title)) return DUTIES.test(title) ? 'own' : null;
  if (OWN_WORDS.test(title)) return { about: TOWNSHIPS, part };
  if (!DUTIES.test(title)) return null;
  const owner = ownerIn(title);
  if (owner !== null) return { about: owner, part };
  if (COMMITTEE.test(around)) return 'own';
  const further = ownerIn(around);
  return further === null ? 'unsaid' : { about: further, part };
}

function ownerIn(text: string): string | null {
  return OTHERS.find(([, words]) => words.test(text))?.[0] ?? null;
}

/** Whether a title says of the police that they certify: 派出所可出具证明清单. @param title normalised */
export function isByPolice(title: string): boolean {
  return /派出所|公安(机关|局|部门)/.test(title) && !COMMITTEE.test(title);
}

/** The part of a township's list that a title, a sheet's name or a heading names; null where it names none. */
export function partOfDuties(title: string): string | null {
  return PARTS.find(([, words]) => words.test(title))?.[0] ?? null;
}
