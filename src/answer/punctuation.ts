/** Sentences of sources come with and without a full stop. */
export const withStop = (sentence: string): string =>
  /[。！？]$/u.test(sentence) ? sentence : `${sentence}。`;
