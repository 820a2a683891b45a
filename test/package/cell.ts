import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

// Programs that use one entry of the installed package, compiled as an app with one engine compiles them.

const root = join(__dirname, '..', '..');

export type Entry = '.' | 'aws-cdk' | 'gcp-cdktf' | 'pulumi-aws' | 'pulumi-gcp' | 'pulumi';
export const allEntries: readonly Entry[] = ['.', 'aws-cdk', 'gcp-cdktf', 'pulumi-aws', 'pulumi-gcp', 'pulumi'];

/** The packages that an app with an entry has installed, and the declarations' imports may be of. */
export const packagesOf: Readonly<Record<Entry, readonly string[]>> = {
  '.': [],
  'aws-cdk': ['aws-cdk-lib', 'constructs'],
  'gcp-cdktf': ['cdktf', '@cdktf/provider-google', 'constructs'],
  'pulumi-aws': ['@pulumi/pulumi', '@pulumi/aws'],
  'pulumi-gcp': ['@pulumi/pulumi', '@pulumi/gcp'],
  pulumi: ['@pulumi/pulumi', '@pulumi/aws', '@pulumi/gcp'],
};

/** One way to compile. */
export interface Cell {
  readonly entry: Entry;
  readonly resolution: 'node10' | 'node16' | 'nodenext' | 'bundler';
  readonly format: 'commonjs' | 'module';
  readonly skipLibCheck: boolean;
}

export const nameOf = ({ entry, resolution, format, skipLibCheck }: Cell): string =>
  `${entry}, ${resolution}, ${format}, ${skipLibCheck ? 'without' : 'with'} declarations checked`;

const formatOf = { node10: 'commonjs', node16: 'node16', nodenext: 'nodenext' } as const;

const made: Readonly<Record<Entry, string>> = {
  '.': '',
  'aws-cdk': `import { App, Stack } from 'aws-cdk-lib';
export const made = new ServerlessArchitecture(new Stack(new App(), 'S'), 'A', { architecture });`,
  'gcp-cdktf': `import { App, TerraformStack } from 'cdktf';
const props = { architecture, project: 'p', region: 'europe-west1' };
export const made = new ServerlessArchitecture(new TerraformStack(new App(), 'S'), 'A', props);`,
  'pulumi-aws': `export const made = new ServerlessArchitecture('a', { architecture });`,
  'pulumi-gcp': `export const made = new ServerlessArchitecture('a', { architecture });`,
  pulumi: `export const made = new ServerlessArchitecture('a', { cloud: 'aws', architecture });`,
};

/** An import of the schema as an app with these settings writes it. */
const schemaOf = ({ resolution, format }: Cell): string =>
  format === 'module' || resolution === 'bundler'
    ? `import schema from 'triptych-iac/schema.json' with { type: 'json' };`
    : `import schema = require('triptych-iac/schema.json');`;

/** A program that uses an entry. Its errors are expected: types that were `any` would allow everything. */
const programOf = (entry: Entry, schema: string): string => `
import { defineArchitecture, load } from 'triptych-iac';
import { secret } from 'triptych-iac/secret';
import { warm } from 'triptych-iac/warm';
${schema}
${entry === '.' ? '' : `import { ServerlessArchitecture } from 'triptych-iac/${entry}';`}
const architecture = defineArchitecture({
  name: 'first',
  tables: { items: { partitionKey: { name: 'id', type: 'string' } } },
});
export const all = [load(architecture), secret, warm];
// @ts-expect-error the schema's type is a text
export const typed: number = schema.type;
// @ts-expect-error a field has a type
export const wrong: number = architecture.name;
${made[entry]}
${entry === '.' ? '' : '// @ts-expect-error there is no such table\nexport const none = made.tables.other;'}
`;

/**
 * Compiles a program that uses an entry, in a folder with the package and the packages of its engine only.
 * @param compiler the command of a TypeScript compiler
 * @returns the compiler's messages, empty if it has none
 */
export function compile(installed: string, compiler: string, cell: Cell): string {
  const folder = mkdtempSync(join(tmpdir(), 'triptych-cell-'));
  try {
    const modules = join(folder, 'node_modules');
    cpSync(join(installed, 'node_modules', 'triptych-iac'), join(modules, 'triptych-iac'), { recursive: true });
    for (const name of packagesOf[cell.entry]) {
      mkdirSync(dirname(join(modules, name)), { recursive: true });
      symlinkSync(join(root, 'node_modules', name), join(modules, name));
    }
    const { resolution: moduleResolution, format: type, skipLibCheck } = cell;
    const module = moduleResolution === 'bundler' ? 'esnext' : formatOf[moduleResolution];
    const compilerOptions = {
      module,
      moduleResolution,
      skipLibCheck,
      resolveJsonModule: true,
      strict: true,
      noEmit: true,
      target: 'es2022',
      // What `target` implies, and what aws-cdk-lib's own declarations need.
      lib: ['es2022', 'dom', 'esnext.disposable'],
      types: [],
    };
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'app', private: true, type }));
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['main.ts'] }));
    writeFileSync(join(folder, 'main.ts'), programOf(cell.entry, schemaOf(cell)));
    const { stdout, stderr } = spawnSync(compiler, ['-p', folder], { cwd: folder, encoding: 'utf8' });
    return `${stdout}${stderr}`;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
