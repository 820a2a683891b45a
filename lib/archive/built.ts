import type { Runtime } from '../model/function';
import type { Cloud } from '../model/target';

/** A function's code for one cloud. */
export interface Code {
  readonly cloud: Cloud;
  readonly runtime: Runtime;
  readonly handler: string;
  /** The processor architecture that it is built for. */
  readonly architecture: 'x86_64' | 'arm64';
  /** Its path in the architecture. */
  readonly code: string;
}

/** A file that a cloud requires and that is missing. */
export interface Missing {
  /** The missing file: `"bootstrap"`. */
  readonly missing: string;
  /** The command that builds it, or another remedy. */
  readonly build: string;
}

type Language = 'nodejs' | 'python' | 'go' | 'java' | 'dotnet' | 'ruby';

/** The files that a cloud requires in code of one language. */
interface Want {
  readonly what: (code: Code) => string;
  readonly isThere: (has: (name: RegExp) => boolean, code: Code) => boolean;
  readonly build: (code: Code) => string;
}

/** The language of a runtime, without its version. */
export const languageOf = (runtime: Runtime): Language => /^[a-z]+/.exec(runtime)![0] as Language;

/** Lambda requires code that runs without a build. https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html */
const onLambda: Record<Language, Want> = {
  nodejs: {
    what: (code) => `"${handlerFile(code)}.js" (or .mjs, .cjs)`,
    isThere: (has, code) => has(exactly(handlerFile(code), '\\.[mc]?js')),
    build: (code) => `compile or bundle the code into ${code.code}, or correct the handler, which is file.export`,
  },
  python: {
    what: (code) => `"${handlerFile(code)}.py"`,
    isThere: (has, code) => has(exactly(handlerFile(code), '(?:/__init__)?\\.py')),
    build: () => 'add the file, or correct the handler, which is module.function',
  },
  ruby: {
    what: (code) => `"${handlerFile(code)}.rb"`,
    isThere: (has, code) => has(exactly(handlerFile(code), '\\.rb')),
    build: () => 'add the file, or correct the handler, which is file.method or file.Class.method',
  },
  go: {
    what: () => 'an executable "bootstrap"',
    isThere: (has) => has(/^bootstrap$/),
    build: ({ code, architecture }) =>
      `build it into ${code}: GOOS=linux GOARCH=${architecture === 'arm64' ? 'arm64' : 'amd64'} CGO_ENABLED=0 ` +
      'go build -tags lambda.norpc -o bootstrap .',
  },
  java: {
    what: () => 'a "lib/*.jar" or a ".class"',
    isThere: (has) => has(/^lib\/[^/]+\.jar$/) || has(/\.class$/),
    build: ({ code }) => `build with Maven or Gradle; put classes into ${code} and jars into ${code}/lib`,
  },
  dotnet: {
    what: ({ handler }) => `"${assembly(handler)}.dll" with its ".runtimeconfig.json"`,
    isThere: (has, { handler }) =>
      has(exactly(assembly(handler), '\\.dll')) && has(exactly(assembly(handler), '\\.runtimeconfig\\.json')),
    build: ({ code, architecture }) =>
      `build it into ${code}: dotnet publish -c Release -r linux-${architecture === 'arm64' ? 'arm64' : 'x64'} ` +
      '--self-contained false',
  },
};

/** Cloud Functions requires source, and builds it. https://cloud.google.com/run/docs/write-functions */
const onCloudFunctions: Record<Language, Want> = {
  nodejs: source('"package.json" or "index.js"', [/^(?:package\.json|(?:index|function)\.[mc]?js)$/]),
  python: source('"main.py"', [/^main\.py$/]),
  ruby: source('"app.rb" with "Gemfile"', [/^app\.rb$/, /^Gemfile$/]),
  go: source('"go.mod" with a ".go" file next to it', [/^go\.mod$/, /^[^/]+(?<!_test)\.go$/]),
  java: source('"pom.xml" or "build.gradle"', [/^(?:pom\.xml|build\.gradle(?:\.kts)?)$/]),
  dotnet: source('a project file ("*.csproj")', [/^[^/]+\.(?:cs|fs|vb)proj$/]),
};

function source(what: string, files: readonly RegExp[]): Want {
  return {
    what: () => what,
    isThere: (has) => files.every(has),
    build: () => 'Cloud Functions builds from source: set code to the folder that contains it',
  };
}

const wanted: Record<Cloud, Record<Language, Want>> = { aws: onLambda, gcp: onCloudFunctions };

/**
 * Finds the file that a cloud requires and that is missing in a function's code.
 *
 * @param files the paths of the files, relative to the code's folder, with forward slashes
 * @returns undefined if nothing is missing
 */
export function missingIn(files: readonly string[], code: Code): Missing | undefined {
  const { what, isThere, build } = wanted[code.cloud][languageOf(code.runtime)];
  const there = isThere((name) => files.some((file) => name.test(file)), code);
  return there ? undefined : { missing: what(code), build: build(code) };
}

/** The required file of code that doesn't exist at all. */
export function allMissing(code: Code): Missing {
  const { what, build } = wanted[code.cloud][languageOf(code.runtime)];
  return { missing: what(code), build: build(code) };
}

/**
 * The file that a Lambda handler names, without its extension. Node and Ruby split the last segment at its first
 * dot, Python the whole at its last one, and dots before that are folders there.
 */
function handlerFile({ runtime, handler }: Code): string {
  if (languageOf(runtime) === 'python') return handler.replace(/\.[^.]*$/, '').replaceAll('.', '/');
  return handler.replace(/\.[^/]*$/, '');
}

/** The assembly in a handler, which is `Assembly::Namespace.Class::Method`, or only the assembly. */
const assembly = (handler: string): string => handler.split('::')[0]!;

const exactly = (name: string, ending: string): RegExp =>
  new RegExp(`^${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}${ending}$`);
