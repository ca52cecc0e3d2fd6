import type { FormFile, HttpRequest } from '#conversation/channel.js';

/** The fields of a form of the page, however the browser sent them. */
export interface FormFields {
  /** The first value of a field; empty where it isn't there. */
  text(name: string): string;
  /** The file that was picked; null where none was. */
  file: FormFile | null;
}

/** Largest form without a file: a notice of 60,000 characters, each of them nine bytes as %E4%BA%8B. */
export const MOST_WORDS = 640 * 1024;

const URL_ENCODED = /^application\/x-www-form-urlencoded\b/iu;

/** The fields of a form; null for what is no form. The server has read one with a file already, and bounds both. */
export function readFields({ headers, body, form }: HttpRequest): FormFields | null {
  if (form !== undefined) {
    const [file = null] = form.files;
    return { text: (name) => form.fields.get(name) ?? '', file };
  }
  if (!URL_ENCODED.test(headers['content-type'] ?? '')) return null;
  const fields = new URLSearchParams(new TextDecoder().decode(body));
  return { text: (name) => fields.get(name) ?? '', file: null };
}
