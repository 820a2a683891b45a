/** What came of each need: where it is, or why it isn't. `main.ts` prepares them all before the tests start. */
export type Prepared = Readonly<Record<string, { readonly path: string } | { readonly absent: string }>>;

/** The environment variable through which the tests learn of it, in JSON. */
export const variable = 'DEPLOY_PREPARED';

function read(): Prepared {
  const text = process.env[variable];
  if (text === undefined) throw new Error('run these with npm run test:deploy, which prepares what they stand on');
  return JSON.parse(text) as Prepared;
}

/** Where something is that `standingOn` has found to be here. */
export function pathOf(name: string): string {
  const found = read()[name];
  if (found === undefined || 'absent' in found) throw new Error(`${name} isn't here`);
  return found.path;
}

/** Declares tests that stand on the things named, or says loudly that they are skipped, and why. */
export function standingOn(needs: readonly string[], what: string, tests: () => void): void {
  const prepared = read();
  const absent = needs.flatMap((name) => {
    const found = prepared[name];
    if (found === undefined) throw new Error(`nothing prepares ${name}`);
    return 'absent' in found ? [`${name}: ${found.absent}`] : [];
  });
  if (absent.length === 0) return describe(what, tests);
  describe.skip(`SKIPPED: ${what}: ${absent.join('; ')}`, () => test('(not tried)', () => undefined));
}
