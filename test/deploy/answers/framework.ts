import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { archiveCode } from '../../../lib/archive/code';
import type { FunctionSpec } from '../../../lib/model/function';
import { root } from '../../projects/run';
import { cases, type Case } from '../cases';
import { Absent, type Need } from '../tool';
import { unpack } from './rendered';

/** Google's own functions framework for one language: what runs a function's code on Cloud Functions. */
export interface Framework {
  /** What people call the language. */
  readonly language: string;
  /** The runtimes that it is for, in the model's words and in Google's. */
  readonly runtime: RegExp;
  /**
   * Brings what a function stands on, as Google's build does, or finds it in the cache.
   *
   * @param code the function's archive, unpacked
   * @returns where it is
   * @throws Absent where this machine can't have it
   */
  install(code: string): Promise<string>;
  /** What starts the function; which one it is, and its port, stand in the environment. */
  start(code: string, installed: string): Start;
}

/** A command, and what it finds in its environment beside what every function finds there. */
export interface Start {
  readonly command: readonly [string, ...string[]];
  readonly env?: Readonly<Record<string, string>>;
}

/** What the functions of all examples in one language stand on, brought here before they are tried. */
export function needOf({ language, runtime, install }: Framework): Need {
  return {
    name: nameOf(language),
    prepare: async () => {
      const functions = cases.flatMap((one) =>
        Object.values(one.written.functions ?? {}).map((spec) => [one, spec] as const),
      );
      const ours = functions.filter(([, spec]) => runtime.test(spec.runtime));
      if (ours.length === 0) throw new Absent('no example is written in it');
      const installed = [];
      for (const [one, spec] of ours) installed.push(await unpacked(one, spec, install));
      return installed.at(-1)!;
    },
  };
}

/** What a framework is called among the things that rigs stand on. */
export const nameOf = (language: string): string => `Google's functions framework for ${language}`;

async function unpacked<T>({ folder }: Case, spec: FunctionSpec, use: (code: string) => Promise<T>): Promise<T> {
  const { code, handler, runtime } = spec;
  const archive = archiveCode({
    directory: join(root, folder),
    code: typeof code === 'string' ? code : code.gcp!,
    handler: typeof handler === 'string' ? handler : handler.gcp!,
    runtime,
    cloud: 'gcp',
  });
  if (archive.kind === 'problem') throw new Error(archive.message);
  const to = mkdtempSync(join(tmpdir(), 'triptych-answers-'));
  try {
    unpack(archive.path, to);
    return await use(to);
  } finally {
    rmSync(to, { recursive: true, force: true });
  }
}

/** A short name for what is made of some texts: other texts give another one. */
export const keyOf = (...texts: readonly (string | Uint8Array)[]): string => {
  const hash = createHash('sha256');
  for (const text of texts) hash.update(createHash('sha256').update(text).digest());
  return hash.digest('hex').slice(0, 16);
};
