import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const modules = join(__dirname, '../../node_modules');

/** The engines' code that runs when something is rendered. */
const places = [
  'aws-cdk-lib/core/lib',
  'aws-cdk-lib/cx-api/lib',
  'aws-cdk-lib/aws-lambda/lib',
  'aws-cdk-lib/aws-s3-assets/lib',
  'aws-cdk-lib/node_modules/@aws-cdk',
  'constructs/lib',
  'cdktf/lib',
  '@pulumi/pulumi/runtime',
  '@pulumi/pulumi/resource.js',
  '@pulumi/pulumi/output.js',
  '@pulumi/pulumi/utils.js',
  ...['aws', 'gcp'].flatMap((name) =>
    ['config', 'provider.js', 'utilities.js'].map((file) => `@pulumi/${name}/${file}`),
  ),
  '@pulumiverse/time/utilities.js',
];

/** Ways in which the engines' code names an environment variable. */
const named = [
  /process\.env\.([A-Za-z_]\w*)/g,
  /process\.env\[["']([A-Za-z_]\w*)["']\]/g,
  /["']((?:CDK|CDKTF|JSII|PULUMI)_[A-Z_]+|CONTEXT_OVERFLOW_LOCATION_ENV)["']/g,
];
const listed = /getEnv(?:Number|Boolean)?\(([^)]*)\)/g;

/** The environment variables that the engines name, sorted. */
export function engineVariables(): string[] {
  const names = places.flatMap((place) => [...scripts(join(modules, place))]).flatMap(namesIn);
  return [...new Set(names)].sort();
}

function namesIn(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  return [
    ...named.flatMap((pattern) => [...text.matchAll(pattern)].map(([, name]) => name!)),
    ...[...text.matchAll(listed)].flatMap(([, names]) => [...names!.matchAll(/"(\w+)"/g)].map(([, name]) => name!)),
  ];
}

function* scripts(path: string): Generator<string> {
  if (statSync(path).isFile()) yield path;
  else
    for (const name of readdirSync(path))
      if (/\.js$|^[^.]+$|^@/.test(name) && name !== 'testing') {
        const child = join(path, name);
        if (statSync(child).isDirectory() || name.endsWith('.js')) yield* scripts(child);
      }
}
