/**
 * Every error code of the project with the exit code of the command that fails with it.
 * 1: a finding about the data; 2: bad input or configuration.
 */
export const ERROR_CODES = {
  /** Unknown command or option, missing argument. */
  'QD-USAGE': 2,
  /** Nothing to read: the question is empty. */
  'QD-EMPTY': 2,
  /** Longer than what is read. */
  'QD-TOO-LONG': 2,
  /** A value of a wrong type or form (a role, a limit, a line of a batch). */
  'QD-INPUT': 2,
  /** A region that regions.yaml doesn't hold. */
  'QD-REGION': 2,
  /** Not a day of the calendar. */
  'QD-DATE': 2,
  /** An id that the knowledge base doesn't hold. */
  'QD-ID': 2,
  /** A file or folder that can't be read or written. */
  'QD-FILE': 2,
  /** A file that somebody sent and that can't be fetched. */
  'QD-FILE-GONE': 2,
  /** A file that is larger than what is read, or an archive that unpacks to far more than its size. */
  'QD-FILE-SIZE': 2,
  /** A file that isn't what its name says, or of a format that isn't read. */
  'QD-FILE-TYPE': 2,
  /** A damaged file. */
  'QD-FILE-BROKEN': 2,
  /** A file with macros, external links or XML entities. */
  'QD-FILE-UNSAFE': 2,
  /** A file that is encrypted or protected by a password. */
  'QD-FILE-LOCKED': 2,
  /** A file without text: scanned pages, an empty workbook. */
  'QD-FILE-NO-TEXT': 2,
  /** Lines recognised in a picture that nobody has checked yet. */
  'QD-FILE-UNCHECKED': 2,
  /** Too many rows, columns or pages, or a cell that is too long. */
  'QD-FILE-LIMIT': 2,
  /** Reading a file took more time or memory than it may. */
  'QD-FILE-TIME': 2,
  /** A list that can't be imported as it is: nothing recognised, a choice missing or impossible. */
  'QD-IMPORT': 2,
  /** A list of townships and communities that can't be loaded as it is: a code, name or parent that doesn't hold. */
  'QD-REGIONS': 2,
  /** A file of the import's own (headers it was taught, an export) that can't be read or written. */
  'QD-VERSIONS': 2,
  /** Interrupted by the user; nothing was changed. */
  'QD-CANCELLED': 2,
  /** A file that isn't valid YAML, or is too large or too deeply aliased. */
  'QD-YAML': 2,
  /** A file that is valid YAML and doesn't fit its schema. */
  'QD-SCHEMA': 2,
  /** The files are each valid and don't fit each other: duplicate ids, dangling references. */
  'QD-KNOWLEDGE': 2,
  /** A setting (option or QINGDAN_… variable) with an impossible value. */
  'QD-CONFIG': 2,
  /** Somebody without the right to it; nothing was read or changed. */
  'QD-FORBIDDEN': 2,
  /** A user that isn't known or is switched off, or a password, session or key that doesn't hold. */
  'QD-LOGIN': 2,
  /** A step that the state of a row doesn't allow. */
  'QD-STATE': 2,
  /** Too much at once; the same again after a while is taken. */
  'QD-BUSY': 2,
  /** A request to the API without a key that holds, where one is needed or was sent. */
  'QD-API-KEY': 2,
  /** A key of the API that isn't good for this address. */
  'QD-API-SCOPE': 2,
  /** A request that the HTTP server refuses: its path, method, form, size or rate. */
  'QD-HTTP': 2,
  /** A channel that can't connect, or two that want the same address. */
  'QD-CHANNEL': 2,
  /** The segmenter's library or dictionary can't be loaded. */
  'QD-SEGMENTER': 2,
  /** The store can't be opened, reached or written. */
  'QD-STORAGE': 2,
  /** No room left for a write; nothing of it is kept. */
  'QD-DISK-FULL': 2,
  /** A folder, file or database that may not be written. */
  'QD-READ-ONLY': 2,
  /** The key file is damaged, or another than the one the store was made with. */
  'QD-KEY': 2,
  /** A purge by a clock that can't be right, or of more than it may take at once; nothing is deleted. */
  'QD-PURGE': 1,
  /** The audit log or what it vouches for isn't what was written. */
  'QD-AUDIT': 1,
  /** A command of the project is done and found something: lint errors, an evaluation under its bar. */
  'QD-FINDING': 1,
  /** A fault of the program itself. */
  'QD-INTERNAL': 2,
} as const;

export type ErrorCode = keyof typeof ERROR_CODES;

/** What was asked or sent is at fault, and whoever asked can put it right. */
export const FAULTS_OF_ASKING: ReadonlySet<ErrorCode> = new Set([
  'QD-EMPTY',
  'QD-TOO-LONG',
  'QD-INPUT',
  'QD-REGION',
  'QD-DATE',
  'QD-ID',
  'QD-FORBIDDEN',
  'QD-LOGIN',
  'QD-STATE',
  'QD-IMPORT',
  'QD-FILE-GONE',
  'QD-FILE-SIZE',
  'QD-FILE-TYPE',
  'QD-FILE-BROKEN',
  'QD-FILE-UNSAFE',
  'QD-FILE-LOCKED',
  'QD-FILE-NO-TEXT',
  'QD-FILE-UNCHECKED',
  'QD-FILE-LIMIT',
  'QD-FILE-TIME',
  'QD-BUSY',
  'QD-API-KEY',
  'QD-API-SCOPE',
]);
/** The store takes nothing for the time being; nothing of the write is kept. */
export const FAULTS_OF_STORING: ReadonlySet<ErrorCode> = new Set([
  'QD-DISK-FULL',
  'QD-READ-ONLY',
  'QD-STORAGE',
]);

/**
 * An error that a user can act on: its message is one Chinese line that names what, which value, and what to do.
 * `code` is stable; `exitCode` is what a command ends with.
 */
export class QingdanError extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = 'QingdanError';
    this.code = code;
  }

  get exitCode(): number {
    return ERROR_CODES[this.code];
  }
}

const LONGEST_SHOWN = 40;

/** A user's value as it may stand inside an error message: one line, no control characters, at most 40 characters. */
export function shown(value: string): string {
  const line = value.replace(/[\p{C}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
  const characters = [...line];
  return characters.length <= LONGEST_SHOWN ? line : `${characters.slice(0, LONGEST_SHOWN).join('')}…`;
}
