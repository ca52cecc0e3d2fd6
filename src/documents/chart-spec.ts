/** A chart as data: bars or lines over categories. */
export interface ChartSpec {
  readonly title: string;
  /** `bar` upright, `row` lying (for long names), `line` over time. */
  readonly type: 'bar' | 'row' | 'line';
  readonly categories: readonly string[];
  readonly series: readonly { readonly name: string; readonly values: readonly number[] }[];
  /** 件, 次. */
  readonly unit: string;
  /** Puts the series of each category on top of each other. Default: side by side. */
  readonly stacked?: boolean;
}
