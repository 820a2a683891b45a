import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { filesIn } from '../../projects/run';
import type { Running } from '../command';
import { standingOn } from '../prepared';
import { asOneLine, Clone, named } from './clone';

// What goes wrong on the way, what people are told, and what the next run makes of it.

/** Waits for something that comes about while a command runs, and fails if it ends before. */
async function meanwhile({ ended }: Running, isSo: () => boolean): Promise<void> {
  let over = false;
  void ended.then(() => (over = true));
  while (!over && !isSo()) await wait(1);
  if (over && !isSo()) throw new Error(`it ended too early:\n${JSON.stringify(await ended, null, 2)}`);
}

/** Deploys, and takes into the state what a process that was killed had made and not noted, as Terraform names it. */
async function takeIn(clone: Clone): Promise<readonly string[]> {
  const { err } = await clone.terraform('apply', '-auto-approve');
  const conflicts = [...asOneLine(err).matchAll(/Error 409: Resource '([^']+)' already exists with ([\w.]+)/g)];
  for (const [, id, address] of conflicts) await clone.terraformSucceeds('import', address!, id!);
  return conflicts.map(([, id]) => id!);
}

const hasStackTrace = (said: string): boolean => /^\s+at \S.*:\d+:\d+\)?$/m.test(said);

standingOn(['terraform', 'google provider stand-in'], 'on Google Cloud with Terraform', () => {
  let clone: Clone;
  /** Each group of tests has a clone of its own. */
  const open = (name: Parameters<typeof named>[0]): void => {
    beforeAll(() => (clone = new Clone(named(name))));
    afterAll(() => clone.remove());
  };
  const prepare = async (): Promise<void> => {
    expect(await clone.synth()).toMatchObject({ code: 0 });
    await clone.terraformSucceeds('init');
  };

  describe('a synthesis that is killed', () => {
    open('provisioned-node');
    const files = (): Record<string, string> => filesIn(join(clone.project, 'cdktf.out'));
    let whole: Record<string, string>;
    beforeAll(async () => {
      await clone.synth();
      whole = files();
    });

    test.each(['cdktf.out', 'cdktf.out/stacks/provisioned-node/assets', 'cdktf.out/manifest.json'])(
      'leaves nothing that the next one does not make whole: when it has begun %s',
      async (sign) => {
        rmSync(join(clone.project, 'cdktf.out'), { recursive: true });
        const running = clone.startSynth();
        await meanwhile(running, () => existsSync(join(clone.project, sign)));
        running.kill();
        await running.ended;
        expect(await clone.synth()).toMatchObject({ code: 0 });
        expect(files()).toEqual(whole);
      },
    );
  });

  describe('terraform apply', () => {
    open('web');
    let applying: Running;
    afterAll(() => applying.kill());

    test('is the only one on its state: a second one is told of the lock', async () => {
      await prepare();
      clone.cloud.hold('google_cloud_run_v2_service');
      applying = clone.startTerraform('apply', '-auto-approve');
      await meanwhile(applying, () => clone.cloud.kept('google_cloud_run_v2_service').length > 0);
      const { code, err } = await clone.terraform('apply', '-auto-approve');
      expect(err).toContain('Error acquiring the state lock');
      expect(code).toBe(1);
    });

    test('that is killed has noted all but what was under way, which the next one names', async () => {
      const [service] = clone.cloud.keys().filter((key) => key.startsWith('google_cloud_run_v2_service '));
      const noted = () => {
        try {
          return [...clone.managed(), service!].sort();
        } catch {
          return []; // Terraform is writing it.
        }
      };
      await meanwhile(applying, () => JSON.stringify(noted()) === JSON.stringify(clone.cloud.keys()));
      applying.kill();
      await applying.ended;
      clone.cloud.release('google_cloud_run_v2_service');
      expect(await takeIn(clone)).toEqual([service!.split(' ')[1]]);
    });

    test('finishes then what was begun, and makes nothing twice', async () => {
      await clone.terraformSucceeds('apply', '-auto-approve');
      expect(clone.managed()).toEqual(clone.cloud.keys());
      expect(await clone.terraform('plan', '-detailed-exitcode')).toMatchObject({ code: 0 });
    });
  });

  describe('a cloud that refuses', () => {
    open('polyglot');

    test('is quoted, and what was made before is noted', async () => {
      await prepare();
      clone.cloud.refuse('google_cloudfunctions2_function', 'googleapi: Error 403: the quota is used up');
      const { code, err } = await clone.terraform('apply', '-auto-approve');
      expect(err.match(/googleapi: Error 403: the quota is used up/g)).toHaveLength(2);
      expect(code).toBe(1);
      expect(clone.managed()).toEqual(clone.cloud.keys());
    });

    test('gets the rest when it takes it', async () => {
      clone.cloud.accept('google_cloudfunctions2_function');
      await clone.terraformSucceeds('apply', '-auto-approve');
      expect(clone.cloud.kept('google_cloudfunctions2_function')).toHaveLength(2);
      expect(clone.managed()).toEqual(clone.cloud.keys());
    });
  });

  describe('cdktf deploy', () => {
    open('provisioned-node');
    const deploy = ['deploy', '--auto-approve'];

    test('says which of the project and the region is missing', async () => {
      const unset = { GOOGLE_PROJECT: undefined, GOOGLE_REGION: undefined };
      const { code, out, err } = await clone.cdktf(deploy, { ...unset, TF_INPUT: '0' });
      expect(out).toContain("GOOGLE_PROJECT isn't set, so give --var project=…");
      expect(out).toContain("GOOGLE_REGION isn't set, so give --var region=…");
      expect(asOneLine(out)).toContain('The root module input variable "project" is not set');
      expect(hasStackTrace(out + err)).toBe(false);
      expect(code).toBe(1);
    });

    test('says which parameter is missing', async () => {
      const text = readFileSync(clone.file, 'utf8');
      const wrong = text
        .replace(/^( +runtime:).*$/m, '$1 ${parameters.runtime}')
        .replace(/^parameters:$/m, '$&\n  runtime: { type: string }');
      writeFileSync(clone.file, wrong);
      const { code, out, err } = await clone.cdktf(deploy);
      writeFileSync(clone.file, text);
      expect(err).toContain('parameter runtime has no value');
      expect(hasStackTrace(out + err)).toBe(false);
      expect(code).toBe(1);
    });

    test('quotes a cloud that refuses', async () => {
      const words = 'googleapi: Error 403: the quota is used up';
      clone.cloud.refuse('google_cloudfunctions2_function', words);
      let ran = await clone.cdktf(deploy);
      // CDKTF's command line may end before it has passed Terraform's last words on: whoever asks again reads them.
      for (let tries = 1; tries < 4 && !ran.out.includes(words); tries++) ran = await clone.cdktf(deploy);
      clone.cloud.accept('google_cloudfunctions2_function');
      expect(ran.out).toContain(words);
      expect(ran.code).toBe(1);
      expect(clone.managed()).toEqual(clone.cloud.keys());
    });

    test('that is killed is finished by the next one, once what was under way is taken in', async () => {
      clone.cloud.hold('google_cloudfunctions2_function');
      const running = clone.startCdktf(deploy);
      await meanwhile(running, () => clone.cloud.kept('google_cloudfunctions2_function').length > 0);
      running.kill();
      await running.ended;
      // Terraform ends with the terminal that CDKTF gave it, though nobody has answered: it leaves the lock.
      await clone.terraformSucceeds('plan', '-lock-timeout=30s');
      clone.cloud.release('google_cloudfunctions2_function');
      const ids = clone.cloud.kept('google_cloudfunctions2_function').map(({ id }) => id);
      expect(await takeIn(clone)).toEqual(ids);
      expect(await clone.cdktf(deploy)).toMatchObject({ code: 0 });
      expect(clone.managed()).toEqual(clone.cloud.keys());
    });
  });
});
