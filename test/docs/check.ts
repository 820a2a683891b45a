import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { filesIn, root } from './files';

const files = filesIn('');
const paths = new Set(files.flatMap((file) => [file, ...foldersOf(file)]));
const baseNames = new Set(files.map((file) => posix.basename(file)));
const topLevel = new Set(files.filter((file) => file.includes('/')).map((file) => file.split('/')[0]!));

/** Files that pages name and that engines or users write. */
export const written: readonly string[] = [
  'Pulumi.prod.yaml',
  'Pulumi.yaml',
  'cdk.context.json',
  'cdktf/terraform.<stack>.tfstate',
  'manifest.json',
  'resources.json',
  'triptych.json',
  'validation-report.json',
];

/** Links, anchors, paths, files and scripts that a page names and that don't exist. */
export function errorsIn(page: string, text: string): string[] {
  return [...linkErrors(page, text), ...pathErrors(page, text), ...scriptErrors(text)];
}

function linkErrors(page: string, text: string): string[] {
  const links = [...proseOf(text).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link]) => link!);
  return links.flatMap((link) => {
    if (/^https?:/.test(link)) return [];
    const [path, anchor] = link.split('#') as [string, string?];
    const file = path === '' ? page : posix.join(posix.dirname(page), path);
    if (!paths.has(file.replace(/\/$/, ''))) return [`link to ${link}`];
    if (anchor === undefined) return [];
    return anchorsOf(file === page ? text : readFileSync(join(root, file), 'utf8')).includes(anchor)
      ? []
      : [`anchor ${link}`];
  });
}

/** The anchors of a page's headings, as GitHub makes them. */
export function anchorsOf(text: string): string[] {
  const counts = new Map<string, number>();
  return [...withoutCode(text).matchAll(/^#+ (.*)$/gm)].map(([, heading]) => {
    const slug = heading!
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replace(/\s/g, '-');
    const count = counts.get(slug) ?? 0;
    counts.set(slug, count + 1);
    return count === 0 ? slug : `${slug}-${count}`;
  });
}

/** Paths below the project's folders anywhere in a page, and names of files in code spans. */
function pathErrors(page: string, text: string): string[] {
  const below = [...text.matchAll(/(?<![\w./<$@-])([a-z.][\w.-]*(?:\/[\w.<>*-]+)+\/?)/g)]
    .map(([, path]) => path!.replace(/[.]+$/, ''))
    .filter((path) => topLevel.has(path.split('/')[0]!));
  const named = [...proseOf(text).matchAll(/`([\w.-]+\.(?:ts|js|mjs|cjs|json|md|ya?ml|py|go|cs|csproj))`/g)].map(
    ([, name]) => name!,
  );
  return [
    ...below.filter((path) => !exists(page, path) && !written.includes(path)).map((path) => `path ${path}`),
    ...named.filter((name) => !baseNames.has(name) && !written.includes(name)).map((name) => `file ${name}`),
  ];
}

/** A path may hold placeholders, `<noun>` or `*`, and `**` for folders. It may be relative to its page. */
function exists(page: string, path: string): boolean {
  const asPattern = path
    .replace(/\/$/, '')
    .replaceAll('.', '\\.')
    .replace(/\*\*\/|\*|<\w+>/g, (wildcard) => (wildcard === '**/' ? '(?:.+/)?' : '[^/]+'));
  const pattern = new RegExp(`^${asPattern}$`);
  const relative = posix.join(posix.dirname(page), path).replace(/\/$/, '');
  return paths.has(relative) || [...paths].some((known) => pattern.test(known));
}

function scriptErrors(text: string): string[] {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: object };
  const asked = [...text.matchAll(/\bnpm run (?:--\w+ )?([\w:-]+)/g)].map(([, script]) => script!);
  return asked.filter((script) => !Object.hasOwn(scripts, script)).map((script) => `script ${script}`);
}

const withoutCode = (text: string): string => text.replace(/^```[^]*?^```/gm, '');
const proseOf = withoutCode;

function foldersOf(file: string): string[] {
  const steps = file.split('/');
  return steps.slice(1).map((_, index) => steps.slice(0, index + 1).join('/'));
}
