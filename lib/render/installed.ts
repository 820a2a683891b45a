/** Packages of an engine that aren't installed, where the library is imported. The message has the command that installs it. */
export class MissingPackageError extends Error {
  override readonly name = 'MissingPackageError';

  constructor(engine: string, missing: readonly string[], cause: unknown) {
    const verb = missing.length === 1 ? "isn't" : "aren't";
    super(`${engine} requires ${missing.join(' and ')}, which ${verb} installed: npm install ${missing.join(' ')}`, {
      cause,
    });
  }
}

/**
 * Loads one module of each package that an engine requires. A missing package is then reported before the importing file's
 * own imports fail. Modules are loaded, not only looked up: a bundler follows a `require`, and a bundled app has no packages.
 * @param engine the name of the engine, or of the target, for the message
 * @param modules functions that load a module, by the name of its package
 * @throws MissingPackageError with all packages that aren't installed
 */
export function requireInstalled(engine: string, modules: Readonly<Record<string, () => unknown>>): void {
  const packages = Object.keys(modules);
  const missing = new Map<string, unknown>();
  for (const load of Object.values(modules)) {
    try {
      load();
    } catch (error) {
      // One of these packages may be what another one requires.
      const name = packages.find((name) => isWithout(name, error));
      if (name === undefined) throw error;
      missing.set(name, error);
    }
  }
  if (missing.size > 0) throw new MissingPackageError(engine, [...missing.keys()], [...missing.values()][0]);
}

/** True if a package isn't installed. A package that is broken, or misses one of its own, has another error. */
const isWithout = (name: string, error: unknown): boolean =>
  error instanceof Error &&
  (error as NodeJS.ErrnoException).code === 'MODULE_NOT_FOUND' &&
  [`Cannot find module '${name}'`, `Cannot find module '${name}/`].some((start) => error.message.startsWith(start));
