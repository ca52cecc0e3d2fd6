import type { Block } from './content.js';
import type { ReadLimits } from './limits.js';

/** How far reading has come: `done` of `total` sheets, pages or parts. */
export type Progress = (done: number, total: number) => void;

/**
 * Reads one format. Takes nothing but the bytes, changes nothing.
 * @throws QingdanError with a QD-FILE-… code
 */
export type Reader = (bytes: Uint8Array, limits: ReadLimits, progress: Progress) => Promise<Block[]>;
