import { CFB } from '@e965/xlsx';
import { QingdanError } from '#errors.js';

/** The streams of an OLE file (compound file binary, [MS-CFB]) by the last part of their path. */
export interface OleFile {
  stream(name: string): Uint8Array | null;
}

/** Where Office keeps macros: VBA projects and, before 1997, macro storages. */
const MACROS = /(?:^|\/)(?:_VBA_PROJECT(?:_CUR)?|Macros|VBA)(?:\/|$)/iu;
const EMBEDDED = /(?:^|\/)(?:ObjectPool|MBD[0-9A-F]{8})(?:\/.+|$)/u;

/** @throws QingdanError QD-FILE-BROKEN, QD-FILE-LOCKED, QD-FILE-UNSAFE */
export function openOle(bytes: Uint8Array): OleFile {
  const container = parsed(bytes);
  const paths = container.FullPaths.map((path) => path.replace(/^Root Entry\//u, ''));
  if (paths.some((path) => /^Encrypt(?:edPackage|ionInfo)$/u.test(path))) {
    throw new QingdanError('QD-FILE-LOCKED', '文件加了密码，请去掉密码后再试');
  }
  if (paths.some((path) => MACROS.test(path))) {
    throw new QingdanError('QD-FILE-UNSAFE', '文件含有宏，为安全起见不读，请另存为不带宏的文件');
  }
  if (paths.some((path) => EMBEDDED.test(path) && !path.endsWith('ObjectPool/'))) {
    throw new QingdanError(
      'QD-FILE-UNSAFE',
      '文件里嵌着别的文件，为安全起见不读，请删去嵌入的对象，或把其中的清单另存为单独的文件',
    );
  }
  return {
    stream(name) {
      const index = paths.indexOf(name);
      const content = container.FileIndex[index]?.content;
      return content === undefined ? null : Uint8Array.from(content);
    },
  };
}

/** What the library gives of a container and doesn't declare. */
interface Container {
  FullPaths: string[];
  FileIndex: { content?: ArrayLike<number> }[];
}

function parsed(bytes: Uint8Array): Container {
  try {
    return CFB.read(Buffer.from(bytes), { type: 'buffer' });
  } catch (cause) {
    throw new QingdanError('QD-FILE-BROKEN', '文件已损坏，读不出来，请重新取得或另存后再试', { cause });
  }
}
