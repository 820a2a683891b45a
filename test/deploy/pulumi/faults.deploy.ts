import type { Cloud } from '../../../lib/model/target';
import { standingOn } from '../prepared';
import type { Running } from '../command';
import { fair } from './account';
import { passphrase, PulumiProject } from './project';
import { componentOf, writeShop } from './shop';

const runsCode = { aws: 'aws:lambda/function:Function', gcp: 'gcp:cloudfunctionsv2/function:Function' };

/** What `pulumi stack export` prints, as far as it is read here. */
interface Exported {
  readonly deployment: {
    readonly resources: readonly { readonly custom: boolean; readonly type: string; readonly id: string }[];
    readonly pending_operations?: readonly unknown[];
  };
}

standingOn(['pulumi'], 'pulumi up, when things go wrong', () => {
  describe.each<Cloud>(['aws', 'gcp'])('on %s', (cloud) => {
    let project: PulumiProject;
    beforeEach(async () => {
      project = await PulumiProject.open(cloud);
      await project.configure({ architecture: writeShop(project.folder) });
    });
    afterEach(() => project.end());

    const up = ['up', '--yes', '--skip-preview'];

    const exported = async () => JSON.parse((await project.succeed('stack', 'export')).out) as Exported;

    /** Everything is there that the architecture has, once, and the stack knows of all of it. */
    async function expectWhole(): Promise<void> {
      const { code, out, err } = await project.run(['preview', '--refresh', '--expect-no-changes']);
      expect([code, out + err]).toEqual([0, expect.anything()]);
      const { deployment } = await exported();
      const known = deployment.resources.filter(({ custom, type }) => custom && !type.startsWith('pulumi:'));
      const ids = (all: readonly { type: string; id: string }[]) => all.map(({ type, id }) => `${type} ${id}`).sort();
      expect(ids(project.account.all())).toEqual(ids(known));
      expect(deployment.pending_operations ?? []).toEqual([]);
    }

    /** Starts a deployment that the cloud doesn't answer when it makes the function, until it may go on. */
    async function startAndWait(effectIs: 'before' | 'after'): Promise<{ running: Running; goOn: () => void }> {
      let goOn: () => void = () => undefined;
      let reached: () => void = () => undefined;
      const held = new Promise<void>((resolve) => (goOn = resolve));
      const asked = new Promise<void>((resolve) => (reached = resolve));
      project.account.weather = async ({ what, type }, effect) => {
        if (what !== 'create' || type !== runsCode[cloud]) return effect();
        reached();
        if (effectIs === 'after') return held.then(effect);
        const made = effect();
        return held.then(() => made);
      };
      const running = await project.start(up);
      await Promise.race([asked, running.ended.then(({ out, err }) => Promise.reject(new Error(out + err)))]);
      return { running, goOn };
    }

    /** Kills a deployment at that moment, and finds the stack locked. */
    async function kill(effectIs: 'before' | 'after'): Promise<void> {
      const { running, goOn } = await startAndWait(effectIs);
      running.kill();
      await running.ended;
      goOn();
      project.account.weather = fair;
      const locked = await project.run(up);
      expect(locked.code).not.toBe(0);
      expect(locked.out + locked.err).toMatch(/the stack is currently locked/);
      await project.succeed('cancel', '--yes', 'dev');
    }

    test('it is killed before the cloud made something: the next one makes it', async () => {
      await kill('after');
      await project.succeed('refresh', '--yes', '--clear-pending-creates');
      await project.succeed(...up);
      await expectWhole();
    });

    test('it is killed after the cloud made something: the next one goes on with it', async () => {
      await kill('before');
      await project.succeed('refresh', '--yes', '--clear-pending-creates');
      const made = project.account.all().find(({ type }) => type === runsCode[cloud])!;
      await project.takeIn(made, 'shop-orders-function', componentOf(cloud, 'Function'));
      await project.succeed(...up);
      await expectWhole();
    });

    test('a second one is told of the first', async () => {
      const { running, goOn } = await startAndWait('after');
      const second = await project.run(up);
      expect(second.code).not.toBe(0);
      expect(second.out + second.err).toMatch(/the stack is currently locked/);
      goOn();
      expect((await running.ended).code).toBe(0);
      await expectWhole();
    });

    test('the cloud refuses something: people read why, and the next one finishes', async () => {
      project.account.weather = ({ type }, effect) => {
        if (type === runsCode[cloud]) throw new Error('LimitExceeded: no more functions for you');
        return effect();
      };
      const failed = await project.run(up);
      expect(failed.code).not.toBe(0);
      expect(failed.out + failed.err).toContain('LimitExceeded: no more functions for you');
      expect(failed.out + failed.err).not.toMatch(/^\s*at .*:\d+:\d+\)?$/m);
      project.account.weather = fair;
      const { out, err } = await project.succeed(...up);
      expect(out + err).not.toContain(passphrase);
      await expectWhole();
    });
  });
});
