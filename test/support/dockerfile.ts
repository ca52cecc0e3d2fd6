/** One instruction of a Dockerfile, its lines joined. */
export interface Instruction {
  name: string;
  value: string;
}

/** The instructions in order, without comments. */
export function readDockerfile(text: string): Instruction[] {
  return text
    .split('\n')
    .filter((line) => !/^\s*#/u.test(line))
    .join('\n')
    .replace(/\s*\\\n\s*/gu, ' ')
    .split('\n')
    .flatMap((line) => {
      const [, name, value] = /^([A-Z]+) +(.*)$/u.exec(line.trim()) ?? [];
      return name === undefined || value === undefined ? [] : [{ name, value }];
    });
}
