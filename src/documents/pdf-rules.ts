/** Rules (lines of a table) of a PDF page; lengths in points, y upwards. */
export interface Rules {
  horizontal: { y: number; from: number; to: number }[];
  vertical: { x: number; from: number; to: number }[];
}

/** What pdf.js gives of a page's drawing, and the numbers of the operators that are looked at. */
export interface Drawing {
  fnArray: readonly number[];
  argsArray: readonly unknown[];
}
export interface DrawingCodes {
  save: number;
  restore: number;
  transform: number;
  constructPath: number;
  endPath: number;
  paintFormXObjectBegin: number;
  paintFormXObjectEnd: number;
}

type Matrix = readonly [number, number, number, number, number, number];
const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** Thicker than this, a bar is an area; offices draw tables with 0.5 to 1.5 points. */
const THICKEST = 3;
/** Shorter than this, a line belongs to a letter or an ornament. */
const SHORTEST = 6;

/** The rules of a page: thin bars, straight lines, and the edges of rectangles. */
export function rulesOf(drawing: Drawing, codes: DrawingCodes): Rules {
  const rules: Rules = { horizontal: [], vertical: [] };
  const stack: Matrix[] = [];
  let matrix = IDENTITY;
  for (const [i, code] of drawing.fnArray.entries()) {
    const args = drawing.argsArray[i];
    if (code === codes.save) stack.push(matrix);
    else if (code === codes.restore || code === codes.paintFormXObjectEnd) matrix = stack.pop() ?? IDENTITY;
    else if (code === codes.transform) matrix = multiply(matrix, matrixOf(args));
    else if (code === codes.paintFormXObjectBegin) {
      stack.push(matrix);
      matrix = multiply(matrix, matrixOf(Array.isArray(args) ? args[0] : null));
    } else if (code === codes.constructPath && Array.isArray(args) && args[0] !== codes.endPath) {
      const data: unknown = Array.isArray(args[1]) ? args[1][0] : null;
      if (data instanceof Float32Array) for (const box of boxesOf(data, matrix)) addRules(rules, box);
    }
  }
  return rules;
}

interface Box {
  left: number;
  right: number;
  bottom: number;
  top: number;
}

/** The box around each part of a path. In pdf.js's data a number tells what the next ones are: 0 a start, 1 a line … */
function boxesOf(data: Float32Array, matrix: Matrix): Box[] {
  const boxes: Box[] = [];
  const lengths = [2, 2, 6, 4, 0];
  for (let i = 0; i < data.length; ) {
    const kind = data[i] ?? 4;
    const length = lengths[kind] ?? 0;
    if (kind === 0) boxes.push({ left: Infinity, right: -Infinity, bottom: Infinity, top: -Infinity });
    const box = boxes.at(-1);
    for (let p = i + 1; box !== undefined && p + 1 <= i + length; p += 2) {
      const [x, y] = [data[p] ?? 0, data[p + 1] ?? 0];
      const atX = matrix[0] * x + matrix[2] * y + matrix[4];
      const atY = matrix[1] * x + matrix[3] * y + matrix[5];
      box.left = Math.min(box.left, atX);
      box.right = Math.max(box.right, atX);
      box.bottom = Math.min(box.bottom, atY);
      box.top = Math.max(box.top, atY);
    }
    i += 1 + length;
  }
  return boxes;
}

function addRules({ horizontal, vertical }: Rules, { left, right, bottom, top }: Box): void {
  const [width, height] = [right - left, top - bottom];
  if (height <= THICKEST && width >= SHORTEST)
    horizontal.push({ y: (top + bottom) / 2, from: left, to: right });
  else if (width <= THICKEST && height >= SHORTEST)
    vertical.push({ x: (left + right) / 2, from: bottom, to: top });
  else if (width >= SHORTEST && height >= SHORTEST) {
    horizontal.push({ y: top, from: left, to: right }, { y: bottom, from: left, to: right });
    vertical.push({ x: left, from: bottom, to: top }, { x: right, from: bottom, to: top });
  }
}

function matrixOf(value: unknown): Matrix {
  const numbers = Array.isArray(value) || value instanceof Float32Array ? Array.from(value, Number) : [];
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = numbers;
  return [a, b, c, d, e, f];
}

function multiply(m: Matrix, n: Matrix): Matrix {
  return [
    m[0] * n[0] + m[2] * n[1],
    m[1] * n[0] + m[3] * n[1],
    m[0] * n[2] + m[2] * n[3],
    m[1] * n[2] + m[3] * n[3],
    m[0] * n[4] + m[2] * n[5] + m[4],
    m[1] * n[4] + m[3] * n[5] + m[5],
  ];
}
