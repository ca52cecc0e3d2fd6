import { QingdanError } from '#errors.js';
import type { Linear } from './linear.js';
import { MODEL_PARTS, type NoticeModel } from './model.js';

interface Head {
  data: string;
  transitions: readonly number[];
  classes: number;
  parts: Record<(typeof MODEL_PARTS)[number], Omit<Linear, 'weights'>>;
}

/** A model with weights in 8 bits as bytes: the length of a JSON head, the head, the word classes, the weights. */
export function packModel(model: NoticeModel): Uint8Array {
  const parts = Object.fromEntries(
    MODEL_PARTS.map((name) => {
      const { labels, bits, step, bias } = model[name];
      return [name, { labels, bits, step, bias }];
    }),
  ) as Head['parts'];
  const { data, classes, transitions } = model;
  const head: Head = { data, transitions: [...transitions], classes: classes.length, parts };
  const json = new TextEncoder().encode(JSON.stringify(head));
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, json.length, true);
  const pieces = [
    length,
    json,
    classes,
    ...MODEL_PARTS.map((name) => new Uint8Array(Int8Array.from(model[name].weights).buffer)),
  ];
  const bytes = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}

/** @throws QingdanError QD-FILE for bytes that aren't a model */
export function unpackModel(bytes: Uint8Array): NoticeModel {
  try {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const length = view.getUint32(0, true);
    const head = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + length))) as Head;
    let at = 4 + length;
    const take = (size: number) => {
      at += size;
      if (at > bytes.length) throw new RangeError('the weights are cut off');
      return bytes.subarray(at - size, at);
    };
    const classes = take(head.classes);
    const parts = MODEL_PARTS.map((name): [string, Linear] => {
      const part = head.parts[name];
      const own = take(part.labels * 2 ** part.bits);
      return [name, { ...part, weights: new Int8Array(own.buffer, own.byteOffset, own.length) }];
    });
    const linear = Object.fromEntries(parts) as Record<(typeof MODEL_PARTS)[number], Linear>;
    return { data: head.data, classes, transitions: Float32Array.from(head.transitions), ...linear };
  } catch (cause) {
    throw new QingdanError('QD-FILE', '通知模型的文件坏了，请重新安装，或运行 npm run fit:notices 重新生成', {
      cause,
    });
  }
}
