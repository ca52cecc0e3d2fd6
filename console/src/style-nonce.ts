/**
 * Gives every style that is written while the page runs the nonce of this request. The components take it as a setting,
 * but what measures the scroll bar and what keeps the page from scrolling behind a dialogue ask for none.
 */
export function nonceEveryStyle(nonce: string): void {
  const create = document.createElement;
  document.createElement = function (this: Document, name: string, options?: ElementCreationOptions) {
    const element = create.call(this, name, options);
    if (name === 'style') element.nonce = nonce;
    return element;
  } as typeof document.createElement;
}
