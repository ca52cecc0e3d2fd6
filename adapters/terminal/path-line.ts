import { fileURLToPath } from 'node:url';

/** What a line says of a file. */
export interface PathLine {
  /** The ways to read the line as a path, the likeliest first. */
  paths: readonly string[];
  /** Whether the line can't mean anything else, so that a file that isn't there is told of. */
  certain: boolean;
}

const COMMAND = /^(?:\/file|文件)\s+(.+)$/su;
const QUOTED = /^(["'“‘])(.+)(["'”’])$/su;
const READ = /\.(?:docx|pdf|txt)$/iu;
/** From the root, the home folder, this folder or the one above, or a drive of Windows. */
const ROOTED = /^(?:\/|~\/|\.{1,2}[/\\]|[A-Za-z]:[/\\])/u;

/**
 * A line that is nothing but the path of a .docx, .pdf or .txt file, as it is typed or as a terminal writes it when a
 * file is dropped on it: in quotes, with `\ ` for a space, as file://, after 「文件 」 or `/file `. Null for a message.
 * @param home folder that ~ stands for
 */
export function readPathLine(line: string, home: string): PathLine | null {
  const trimmed = line.trim();
  const [, named] = COMMAND.exec(trimmed) ?? [];
  const said = (named ?? trimmed).trim();
  const [, , inner] = QUOTED.exec(said) ?? [];
  const path = inner ?? said;
  const isPath = READ.test(path) && !path.includes('\n');
  if (trimmed.startsWith('/file ') && !isPath) return { paths: [path], certain: true };
  if (!isPath) return null;
  if (/^file:\/\//iu.test(path)) return { paths: fromUrl(path), certain: true };
  const whole = path.startsWith('~/') ? `${home}${path.slice(1)}` : path;
  const unescaped = whole.replace(/\\(.)/gsu, '$1');
  const paths = unescaped === whole ? [whole] : [whole, unescaped];
  return { paths, certain: named !== undefined || inner !== undefined || ROOTED.test(path) };
}

function fromUrl(url: string): readonly string[] {
  try {
    return [fileURLToPath(url)];
  } catch {
    // A file of another computer, or a broken address.
    return [];
  }
}
