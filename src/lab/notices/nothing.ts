import type { Linear } from '#language/notices/model/linear.js';
import type { NoticeModel } from '#language/notices/model/model.js';

const none = (labels: number): Linear => ({
  labels,
  bits: 0,
  weights: new Int8Array(labels),
  step: 1,
  bias: [],
});

/** A model that finds nothing: to open an assistant before one has been fitted. */
export const NOTHING: NoticeModel = {
  data: '',
  classes: new Uint8Array(0),
  addressee: none(1),
  units: none(1),
  neighbours: none(1),
  characters: none(3),
  transitions: new Float32Array(9),
  joints: none(1),
  sorts: none(1),
  reasons: none(1),
};
