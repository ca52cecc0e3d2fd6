import { QingdanError, shown } from '#errors.js';
import { checkedBlocks } from './check-sheet.js';
import type { Block, FileContent } from './content.js';
import { formatOf } from './format.js';
import { type ReadingTask, readIsolated } from './isolation.js';
import { READ_LIMITS, type ReadLimits } from './limits.js';
import { convertible, convertWithOffice, findOfficeProgram } from './office-program.js';
import type { Progress } from './reader.js';

export interface ReadOptions {
  /** Default: `READ_LIMITS`. */
  limits?: ReadLimits | undefined;
  /** Told of every sheet or page. Default: nobody. */
  progress?: Progress | undefined;
  /** Stops reading with QD-CANCELLED. Default: never. */
  signal?: AbortSignal | undefined;
}

/**
 * The content of a file. It is read in a thread of its own with bounded time and memory, so that a hostile file harms
 * nothing.
 * @param name file name, for its extension and for messages
 * @throws QingdanError with a QD-FILE-… code, QD-CANCELLED
 */
export async function readFileContent(
  bytes: Uint8Array,
  name: string,
  options: ReadOptions = {},
): Promise<FileContent> {
  const { limits = READ_LIMITS, progress = () => undefined, signal } = options;
  if (bytes.length > limits.bytes) {
    const most = Math.floor(limits.bytes / 1_000_000);
    throw new QingdanError(
      'QD-FILE-SIZE',
      `「${shown(name)}」超过 ${most} MB，请拆成几个文件或去掉图片后再试`,
    );
  }
  const format = formatOf(bytes, name);
  const blocks = checkedBlocks(await readWhatever({ bytes, format, limits, progress, signal }));
  if (blocks.length === 0) {
    throw new QingdanError('QD-FILE-NO-TEXT', `「${shown(name)}」里没有文字`);
  }
  return { format, blocks };
}

/**
 * What no reader here knows is given to the office program, where there is one. A file that is broken isn't: the program
 * would mend it, and half of a list would come in.
 */
async function readWhatever(task: ReadingTask): Promise<Block[]> {
  try {
    return await readIsolated(task);
  } catch (error) {
    const unknown = error instanceof QingdanError && error.code === 'QD-FILE-TYPE';
    const program = unknown && convertible(task.format) ? findOfficeProgram() : null;
    if (program === null) throw error;
    const converted = await convertWithOffice(program, task.bytes, task.format);
    if (converted === null) throw error;
    return readIsolated({ ...task, ...converted });
  }
}
