import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesIn, pageFiles, root } from '../docs/files';
import { rules, type Kind } from './rules';
import { textsOfPage, textsOfSource, type Text } from './texts';

/** The files with texts, relative to the project: every page, and the code that prints messages or documents itself. */
export const filesWithTexts = (): string[] => [
  ...pageFiles(),
  ...filesIn('lib').filter((file) => file.endsWith('.ts')),
];

/** The offences in a file, each as `file:line: "what it says": write … instead`. */
export function offencesIn(file: string): string[] {
  const content = readFileSync(join(root, file), 'utf8');
  const texts = file.endsWith('.md') ? textsOfPage(content) : textsOfSource(file, content);
  return texts.flatMap((text) => offencesOf(text).map(({ line, said }) => `${file}:${line}: ${said}`));
}

/** The offences in a text. */
export function offencesOf({ kind, line, text }: Text): { line: number; said: string }[] {
  const trimmed = text.trimStart();
  const skipped = text.slice(0, text.length - trimmed.length);
  return compiled
    .filter(({ kinds }) => kinds.includes(kind))
    .flatMap(({ pattern, instead }) =>
      [...trimmed.matchAll(pattern)].map((match) => ({
        line: line + linesIn(skipped + trimmed.slice(0, match.index)),
        said: `"${match[0].trim().replace(/\s+/g, ' ')}" (instead: ${instead})`,
      })),
    );
}

const allKinds: readonly Kind[] = ['page', 'string', 'docstring'];

/** The rules with every space as any white space. */
const compiled = rules.map(({ pattern, instead, kinds = allKinds }) => ({
  pattern: new RegExp(pattern.source.replaceAll(' ', '\\s+'), [...new Set(`${pattern.flags}g`)].join('')),
  instead,
  kinds,
}));

const linesIn = (text: string): number => text.split('\n').length - 1;
