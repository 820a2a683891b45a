import type { Cloud } from '../../../lib/model/target';
import type { Ran } from '../../projects/run';
import type { Running } from '../command';
import { standingOn } from '../prepared';
import { fair } from './account';
import { passphrase, PulumiProject } from './project';
import { componentOf, writeShop } from './shop';

const runsCode = { aws: 'aws:lambda/function:Function', gcp: 'gcp:cloudfunctionsv2/function:Function' };
const up = ['up', '--yes', '--skip-preview'];

/** What `pulumi stack export` prints, as far as it is read here. */
interface Exported {
  readonly deployment: {
    readonly resources: readonly { readonly custom: boolean; readonly type: string; readonly id: string }[];
    readonly pending_operations?: readonly unknown[];
  };
}

/** When the cloud says nothing more. */
type Moment = 'before it makes the function' | 'once it has made the function';

standingOn(['pulumi'], 'pulumi up, when things go wrong', () => {
  let project: PulumiProject;
  afterEach(() => project.end());

  async function open(cloud: Cloud): Promise<void> {
    project = await PulumiProject.open(cloud);
    await project.configure({ architecture: writeShop(project.folder) });
  }

  /** Everything is there that the architecture has, once, and the stack knows of all of it. */
  async function expectWhole(): Promise<void> {
    await project.succeed('preview', '--refresh', '--expect-no-changes');
    const { deployment } = JSON.parse((await project.succeed('stack', 'export')).out) as Exported;
    const known = deployment.resources.filter(({ custom, type }) => custom && !type.startsWith('pulumi:'));
    const ids = (all: readonly { type: string; id: string }[]) => all.map(({ type, id }) => `${type} ${id}`).sort();
    expect(ids(project.account.all())).toEqual(ids(known));
    expect(deployment.pending_operations ?? []).toEqual([]);
  }

  function expectFailure({ code, out, err }: Ran, message: string): void {
    expect(code).not.toBe(0);
    expect(out + err).toContain(message);
    expect(out + err).not.toMatch(/^\s*at .*:\d+:\d+\)?$/m);
    expect(out + err).not.toContain(passphrase);
  }

  /** Starts a deployment that waits for the cloud, and returns it with what lets it go on. */
  async function startAndWait(moment: Moment): Promise<{ running: Running; goOn: () => void }> {
    let goOn: () => void = () => undefined;
    let reached: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (goOn = resolve));
    const asked = new Promise<void>((resolve) => (reached = resolve));
    project.account.weather = async ({ what, type }, effect) => {
      if (what !== 'create' || type !== runsCode[project.cloud]) return effect();
      const made = moment === 'once it has made the function' ? effect() : undefined;
      reached();
      await held;
      return made ?? effect();
    };
    const running = await project.start(up);
    await Promise.race([asked, running.ended.then(({ out, err }) => Promise.reject(new Error(out + err)))]);
    return { running, goOn };
  }

  /** Kills a deployment that waits, finds the stack locked, and does about it what people do. */
  async function kill(moment: Moment): Promise<void> {
    const { running, goOn } = await startAndWait(moment);
    running.kill();
    await running.ended;
    goOn();
    project.account.weather = fair;
    expectFailure(await project.run(up), 'the stack is currently locked');
    await project.succeed('cancel', '--yes', 'dev');
    await project.succeed('refresh', '--yes', '--skip-preview', '--clear-pending-creates');
  }

  test.each<Cloud>(['aws', 'gcp'])(
    'it is killed on %s before something is made: the next one makes it',
    async (cloud) => {
      await open(cloud);
      await kill('before it makes the function');
      await project.succeed(...up);
      await expectWhole();
    },
  );

  test.each<Cloud>(['aws', 'gcp'])(
    'it is killed on %s once something is made: the next one goes on with it',
    async (cloud) => {
      await open(cloud);
      await kill('once it has made the function');
      const made = project.account.all().find(({ type }) => type === runsCode[cloud])!;
      await project.takeIn(made, 'shop-orders-function', componentOf(cloud, 'Function'));
      await project.succeed(...up);
      await expectWhole();
    },
  );

  test('there are two at once: the second is told of the first, which goes on', async () => {
    await open('aws');
    const { running, goOn } = await startAndWait('before it makes the function');
    expectFailure(await project.run(up), 'the stack is currently locked');
    goOn();
    expect((await running.ended).code).toBe(0);
    await expectWhole();
  });

  test('the cloud refuses something: people read why, and the next one finishes', async () => {
    await open('gcp');
    project.account.weather = ({ type }, effect) => {
      if (type === runsCode.gcp) throw new Error('LimitExceeded: no more functions for you');
      return effect();
    };
    expectFailure(await project.run(up), 'LimitExceeded: no more functions for you');
    project.account.weather = fair;
    await project.succeed(...up);
    await expectWhole();
  });
});
