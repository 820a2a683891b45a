import { resolve } from 'node:path';
import { main } from '../../lib/cli/main';
import type { SupportEntry } from '../../lib/support/entries';

/** Runs the command line in this process, and keeps what it prints. */
async function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const said = { out: '', err: '' };
  const keep = (stream: 'out' | 'err') => (text: string | Uint8Array) => {
    said[stream] += String(text);
    return true;
  };
  const spies = [
    jest.spyOn(process.stdout, 'write').mockImplementation(keep('out')),
    jest.spyOn(process.stderr, 'write').mockImplementation(keep('err')),
  ];
  try {
    return { code: await main(args), ...said };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}

describe('help', () => {
  test('without arguments lists the commands', async () => {
    const { code, out } = await run();
    expect(code).toBe(0);
    for (const command of ['validate', 'synth', 'verify', 'explain', 'facts', 'support'])
      expect(out).toContain(`  ${command} `);
  });

  test.each(['validate', 'synth', 'verify', 'explain', 'facts', 'support'])(
    '%s --help shows its usage',
    async (command) => {
      const { code, out } = await run(command, '--help');
      expect(code).toBe(0);
      expect(out).toMatch(new RegExp(`^triptych ${command} `));
      expect(await run('help', command)).toEqual({ code: 0, out, err: '' });
    },
  );
});

describe('wrong usage', () => {
  test.each<[args: string[], says: string]>([
    [['verfy'], 'verfy: unknown command (did you mean verify?)'],
    [['validate'], 'triptych validate: FILE is missing (see triptych validate --help)'],
    [
      ['validate', 'a.yaml', 'b.yaml'],
      'triptych validate: requires exactly one FILE, got 2 (see triptych validate --help)',
    ],
    [['verify', 'a.yaml', '--target', 'aws-ckd'], '--target: unknown target aws-ckd (did you mean aws-cdk?)'],
    [['verify', 'a.yaml', '--targets', 'x'], '--targets: unknown flag, did you mean target?'],
    [['synth', 'a.yaml', '--out'], "Option '--out <value>' argument missing"],
    [['synth', 'examples/web/architecture.yaml', '--param', 'x'], '--param'],
    [['facts', 'a', '--target', 'aws-ckd'], '--target: unknown target aws-ckd (did you mean aws-cdk?)'],
    [['facts', 'a', '--answer', 'x'], '--answer: must be organization/project/stack.output=value, got "x"'],
    [['support', 'everything'], 'accepts no arguments, got everything'],
    [['validate', 'a.yaml', '--env', 'Prod'], '--env: must be 1 to 16 lower-case letters, digits and hyphens'],
    [['validate', 'a.yaml', '--env', 'a-much-too-long-name'], '--env: must be 1 to 16 lower-case letters'],
  ])('fails with 2: %j', async (args, says) => {
    const { code, out, err } = await run(...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(says);
    expect(err.trim().split('\n')).toHaveLength(1);
  });
});

describe('environments', () => {
  const file = 'examples/web/architecture.yaml';
  afterEach(() => delete process.env['TRIPTYCH_ENV']);

  test.each(['validate', 'synth', 'verify', 'explain'])(
    '%s requires an overlay for an environment',
    async (command) => {
      process.env['TRIPTYCH_ENV'] = 'qa';
      const variable = await run(command, file);

      expect(variable.err).toContain(
        'examples/web/architecture.qa.yaml: there is no such file, which TRIPTYCH_ENV requires',
      );
      const flag = await run(command, file, '--env', 'test');
      expect(flag.code).toBe(1);
      expect(flag.err).toContain('architecture.test.yaml: there is no such file, which --env test requires');
    },
  );

  test('a variable with a wrong name is an error that names it', async () => {
    process.env['TRIPTYCH_ENV'] = 'Prod';
    const { code, err } = await run('validate', file);
    expect(code).toBe(1);
    expect(err).toMatch(/^TRIPTYCH_ENV: must be 1 to 16 lower-case letters, .*, got "Prod"\n$/);
  });

  test.each([
    [{ TRIPTYCH_ENV: 'dev' }],
    [{ TRIPTYCH_ENV: '' }],
    [{}, '--env', 'dev'],
    [{ TRIPTYCH_ENV: 'prod' }, '--env', 'dev'],
  ])('dev is the same as none: %j %s %s', async (variables: object, ...flags: string[]) => {
    Object.assign(process.env, variables);
    expect(await run('validate', file, '--target', 'gcp-pulumi', ...flags)).toMatchObject({ code: 0, err: '' });
  });
});

describe('validate', () => {
  test('reports zero errors and warnings for a valid architecture', async () => {
    expect(await run('validate', 'examples/web/architecture.yaml', '--target', 'gcp-pulumi')).toEqual({
      code: 0,
      out: 'examples/web/architecture.yaml: 0 errors, 0 warnings\n',
      err: '',
    });
  });

  test('warns of a service that the load balancer serves in clear text, where AWS is a target', async () => {
    const { code, out, err } = await run('validate', 'examples/web/architecture.yaml', '--target', 'aws-pulumi');
    expect({ code, out }).toEqual({ code: 0, out: 'examples/web/architecture.yaml: 0 errors, 1 warning\n' });
    expect(err).toMatch(/^examples\/web\/architecture\.yaml:\d+:\d+: warning: services\.web\.ingress: is plain HTTP /);
  });

  test('fails for code that is not built, with the build command', async () => {
    const { code, err } = await run('validate', 'examples/provisioned/architecture.yaml');
    expect(code).toBe(1);
    expect(err).toMatch(
      /^examples\/provisioned\/architecture\.yaml:\d+:\d+: functions\.counter\.code: .*dotnet publish/m,
    );
    expect((await run('validate', 'examples/provisioned/architecture.yaml', '--without-code')).code).toBe(0);
  });

  test('--json: reports a missing file as data', async () => {
    const { code, out } = await run('validate', 'nowhere.yaml', '--json');
    expect(code).toBe(1);
    expect(JSON.parse(out)).toEqual([
      {
        severity: 'error',
        file: 'nowhere.yaml',
        path: '',
        message: 'there is no such file',
        hint: `looked for ${resolve('nowhere.yaml')}`,
      },
    ]);
  });
});

describe('support', () => {
  test('prints every field on every target, as text and as data', async () => {
    const { out } = await run('support');
    const entries = JSON.parse((await run('support', '--json')).out) as { path: string; target: string; is: string }[];
    expect(out).toContain('functions.memoryMiB');
    expect(new Set(entries.map(({ target }) => target)).size).toBe(4);
    expect(entries.filter(({ path }) => path === 'functions.memoryMiB').map(({ is }) => is)).toEqual(
      Array(4).fill('exact'),
    );
    expect(out).not.toContain('\u001b');
  });

  test('names the targets of each reason where targets have different ones', async () => {
    const { out } = await run('support');
    const entries = JSON.parse((await run('support', '--json')).out) as SupportEntry[];
    const lines = out.split('\n');
    const first = lines.findIndex((line) => line.startsWith('services.coldStart.scheduled '));
    const cells = entries.filter(({ path, value }) => path === 'services.coldStart.scheduled' && value === undefined);
    expect(new Set(cells.map(({ reason }) => reason)).size).toBeGreaterThan(1);
    for (const { target, reason } of cells) {
      const line = lines.slice(first, first + cells.length).find((one) => one.endsWith(`(${reason})`));
      expect(line).toMatch(new RegExp(`\\b${target}(?:, [a-z-]+)*: `));
    }
  });
});
