import { QingdanError, shown } from '#errors.js';

/** A photo or paper that proves something. */
export interface Photo {
  /** SHA-256 of the bytes, by which it is referred to. */
  readonly hash: string;
  readonly media: PhotoMedia;
  readonly bytes: Uint8Array;
}

export type PhotoMedia = 'image/jpeg' | 'image/png' | 'application/pdf';

/** Bytes of one: a telephone's picture has 2 to 4 million. */
export const LARGEST_PHOTO = 5_000_000;

/** First bytes of what is taken. */
const BEGINNINGS: readonly (readonly [media: PhotoMedia, bytes: readonly number[]])[] = [
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['application/pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
];

/** What a file is, by its content. @throws QingdanError QD-FILE-SIZE, QD-FILE-TYPE */
export function photoMedia(bytes: Uint8Array, name: string): PhotoMedia {
  if (bytes.length > LARGEST_PHOTO) {
    throw new QingdanError(
      'QD-FILE-SIZE',
      `「${shown(name)}」超过 ${LARGEST_PHOTO / 1_000_000} MB，请压缩后再传`,
    );
  }
  const found = BEGINNINGS.find(([, first]) => first.every((byte, i) => bytes[i] === byte));
  if (found !== undefined) return found[0];
  throw new QingdanError('QD-FILE-TYPE', `「${shown(name)}」不是 JPG、PNG 照片，也不是 PDF`);
}
