/** Gives a file to the browser to keep. */
export function save(name: string, file: Blob): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The download has begun by then; some browsers read the address a little later.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

export interface EncodedFile {
  name: string;
  mediaType: string;
  /** Base64. */
  data: string;
}

export function saveEncoded({ name, mediaType, data }: EncodedFile): void {
  const bytes = Uint8Array.from(atob(data), (character) => character.charCodeAt(0));
  save(name, new Blob([bytes], { type: mediaType }));
}
