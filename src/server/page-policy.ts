/** What pages of this site may load and who may frame them (Content-Security-Policy), without the framing. */
const OWN = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'"],
  connectSrc: ["'self'"],
  manifestSrc: ["'self'"],
  workerSrc: ["'self'"],
  formAction: ["'self'"],
  baseUri: ["'none'"],
} as const;

/** The directives of an ordinary page: its own files only, and in nobody's frame. */
export const pageDirectives = (): Record<string, string[]> => ({
  ...Object.fromEntries(Object.entries(OWN).map(([name, values]) => [name, [...values]])),
  frameAncestors: ["'none'"],
});

/**
 * The headers that let these sites show a page in a frame of theirs, instead of the ordinary ones.
 * Browsers that know `frame-ancestors` leave X-Frame-Options aside where both are sent.
 * @param origins e.g. https://www.example.gov.cn
 */
export function framedBy(origins: readonly string[]): Record<string, string> {
  const directives = Object.entries(OWN).map(([name, values]) => `${kebab(name)} ${values.join(' ')}`);
  return {
    'content-security-policy': [...directives, `frame-ancestors 'self' ${origins.join(' ')}`].join(';'),
    'x-frame-options': 'SAMEORIGIN',
  };
}

const kebab = (name: string): string => name.replace(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`);
