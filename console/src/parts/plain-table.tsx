import { Wide } from './wide.js';

interface PlainTableProps {
  caption: string;
  /** The first row is the head. */
  rows: readonly (readonly string[])[];
}

/** A table as a report has it. */
export function PlainTable({ caption, rows: [head = [], ...rows] }: PlainTableProps) {
  return (
    <Wide name={caption || head.join('、')}>
      <table className="plain">
        {caption !== '' && <caption>{caption}</caption>}
        <thead>
          <tr>
            {head.map((cell) => (
              <th key={cell} scope="col">
                {cell}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of a report have no other name, and never move
            <tr key={i}>
              {row.map((cell, j) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: nor have their cells
                <td key={j}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  );
}
