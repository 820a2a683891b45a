import { readdirSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

const cdk = ['aws-cdk-lib', 'constructs'];
const cdktf = ['cdktf', '@cdktf/provider-google', '@cdktf/provider-google-beta', '@cdktf/provider-time', 'constructs'];
const pulumi = ['@pulumi/pulumi', '@pulumi/aws', '@pulumi/gcp', '@pulumiverse/time'];

/**
 * The directions of ARCHITECTURE.md: which layers of `lib` each part of the house may import, and which engines.
 * Nothing else is allowed; `support/judge` is one file of a layer. The model and the disk are everyone's. A part is the longest of these paths that a file's path begins with,
 * as `lib/render/pulumi-text` does with `lib/render/pulumi`.
 *
 * @type {Record<string, { layers?: string[], engines?: string[] }>}
 */
export const house = {
  'lib/disk': {},
  'lib/model': {},
  'lib/support': {},
  'lib/settings': {},
  'lib/archive': {},
  'lib/cloud': { layers: ['support/judge', 'archive'] },
  'lib/render': { layers: ['cloud', 'settings'] },
  'lib/render/aws-cdk': { layers: ['cloud', 'settings'], engines: cdk },
  'lib/render/gcp-cdktf': { layers: ['cloud', 'settings'], engines: cdktf },
  'lib/render/aws-pulumi': { layers: ['cloud', 'settings'], engines: ['@pulumi/pulumi', '@pulumi/aws'] },
  'lib/render/gcp-pulumi': {
    layers: ['cloud', 'settings'],
    engines: ['@pulumi/pulumi', '@pulumi/gcp', '@pulumiverse/time'],
  },
  'lib/render/pulumi': { layers: ['cloud', 'settings'], engines: ['@pulumi/pulumi'] },
  'lib/synth': { layers: ['render', 'cloud', 'settings'], engines: [...cdk, ...cdktf, ...pulumi] },
  'lib/facts': { layers: ['support', 'archive'] },
  'lib/readback': { layers: ['facts'] },
  'lib/equivalence': { layers: ['facts', 'support'] },
  'lib/explain': { layers: ['support'] },
  'lib/verify': {
    layers: ['synth', 'readback', 'equivalence', 'facts', 'cloud', 'support', 'settings', 'render/locate'],
  },
  'lib/cli': {
    layers: ['verify', 'synth', 'readback', 'equivalence', 'explain', 'facts', 'cloud', 'support', 'settings'],
  },
  lib: { layers: ['verify', 'readback', 'equivalence', 'settings', 'facts', 'support'] },
  'lib/warm': {},
  'lib/secret': { layers: ['secret-contract'] },

  'bin/triptych': { layers: ['cli'] },
  'bin/cdk': { layers: ['render', 'settings'], engines: cdk },
  cdktf: { layers: ['render', 'settings'], engines: cdktf },
  pulumi: { layers: ['render', 'settings'], engines: pulumi },
  scripts: { layers: ['archive', 'support', 'settings', 'facts', 'readback', 'equivalence', 'verify', 'cli'] },
  examples: {},
};

const engines = [...new Set([...cdk, ...cdktf, ...pulumi])];
const root = import.meta.dirname;

/** A path relative to the project, with forward slashes and without the ending of a source file. */
const inHouse = (path) =>
  relative(root, path)
    .split(sep)
    .join('/')
    .replace(/\.[cm]?[jt]s$/, '');

const partOf = (path) =>
  Object.keys(house)
    .filter((part) => path === part || path.startsWith(`${part}/`) || path.startsWith(`${part}-`))
    .sort((a, b) => b.length - a.length)[0];

const layerOf = (path) => /^lib\/([^/]+)\b/.exec(path)?.[1];

const foldersIn = (path) =>
  readdirSync(join(root, path), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);

/** The folders that hold what is for one target, or for one cloud: a longer name is tried first. */
const sides = [...foldersIn('lib/render'), ...foldersIn('lib/cloud')].join('|');
const side = new RegExp(`^lib/[^/]+/(${sides})(?:/|-|$)`);

/** The cloud, or the target, that a file is for; undefined if it is for all. */
const sideOf = (path) => side.exec(path)?.[1];

/** Why a file may not import something; undefined if it may. */
function objection(file, specifier) {
  const from = inHouse(file);
  const part = partOf(from);
  if (part === undefined) return undefined;

  if (!specifier.startsWith('.')) {
    const engine = engines.find((name) => specifier === name || specifier.startsWith(`${name}/`));
    if (engine === undefined) return undefined;
    if (!house[part].engines?.includes(engine)) return `${part} may not import the engine ${engine}`;
    // The root of Google's loads 1,100 modules: 2.8 s instead of 0.2 s.
    return specifier.startsWith('@cdktf/provider-') && specifier === engine
      ? `import ${engine}/lib/<resource>, not all of it`
      : undefined;
  }

  const to = inHouse(resolve(dirname(file), specifier));
  const [here, there] = [layerOf(from), layerOf(to)];
  if (there === undefined) return to.startsWith('test/') ? `${part} may not import tests` : undefined;
  if (here !== there) {
    const layers = ['model', 'disk', ...(house[part].layers ?? [])];
    if (!layers.includes(there) && !layers.some((layer) => to === `lib/${layer}`)) {
      const isPartly = layers.some((layer) => layer.startsWith(`${there}/`));
      return `${part} may not import ${isPartly ? to : `lib/${there}`}`;
    }
    const [ours, theirs] = [from, to].map((path) => sideOf(path)?.split('-')[0]);
    return ours && theirs && ours !== theirs ? `what is for ${ours} may not import what is for ${theirs}` : undefined;
  }
  const [ours, theirs] = [from, to].map(sideOf);
  if (ours && !ours.endsWith('-pulumi') && to.startsWith('lib/render/pulumi')) {
    return `${part} may not import what is for Pulumi`;
  }
  // What is for a cloud is for both of its engines.
  if (ours?.startsWith(`${theirs}-`)) return undefined;
  return ours && theirs && ours !== theirs ? `lib/${here}/${ours} may not import lib/${here}/${theirs}` : undefined;
}

/** Holds the directions, for every way in which a module can be named: lazily and for its types alone, too. */
const directions = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    const check = (source) => {
      if (source?.type !== 'Literal' || typeof source.value !== 'string') return;
      const message = objection(context.filename, source.value);
      if (message) context.report({ node: source, message: `${message} (see ARCHITECTURE.md)` });
    };
    return {
      ImportDeclaration: ({ source }) => check(source),
      ExportNamedDeclaration: ({ source }) => check(source),
      ExportAllDeclaration: ({ source }) => check(source),
      ImportExpression: ({ source }) => check(source),
      TSImportType: ({ source }) => check(source),
      TSExternalModuleReference: ({ expression }) => check(expression),
      'CallExpression[callee.name="require"]': (node) => check(node.arguments[0]),
      'CallExpression[callee.object.name="require"][callee.property.name="resolve"]': (node) =>
        check(node.arguments[0]),
    };
  },
};

const houseStyle = [
  { selector: 'TSEnumDeclaration', message: 'use a union of strings' },
  { selector: 'TSInterfaceDeclaration[id.name=/^I[A-Z]/]', message: 'data has no prefix' },
  { selector: 'ExportDefaultDeclaration', message: 'export by name' },
];

export default defineConfig(
  {
    ignores: [
      '**/{node_modules,dist,build,coverage,cdk.out,cdktf.out,triptych.out}/',
      'examples/**/{obj,bin}/',
      'test/apps/*/',
    ],
  },
  // Type-aware rules would load the types of three engines, minutes for little: `tsc` is strict instead.
  tseslint.configs.strict,
  tseslint.configs.stylistic,
  {
    plugins: { house: { rules: { directions } } },
    rules: {
      'house/directions': 'error',
      eqeqeq: 'error',
      'no-implicit-coercion': 'error',
      'object-shorthand': 'error',
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // `void | Promise<void>` says just what it means of a callback.
      '@typescript-eslint/no-invalid-void-type': 'off',
      // Maps are plain data here, and some are cleaned in place.
      '@typescript-eslint/no-dynamic-delete': 'off',
      // `noUncheckedIndexedAccess` is on: here an exclamation mark is a claim, and cheaper to read than a check.
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  {
    files: ['lib/**/*.ts', 'bin/**/*.ts', 'cdktf/**/*.ts', 'pulumi/**/*.ts', 'scripts/**/*.ts'],
    rules: {
      'max-lines': ['error', { max: 220, skipBlankLines: true, skipComments: true }],
      'no-restricted-syntax': ['error', ...houseStyle],
    },
  },
  { files: ['lib/**/*.ts'], ignores: ['lib/cli/**'], rules: { 'no-console': 'error' } },
  {
    // What a function's runtime loads, as it is; and what loads an engine only when it runs, and can't wait for it.
    files: ['**/*.{js,cjs,mjs}', 'lib/synth/**/*.ts'],
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
);
