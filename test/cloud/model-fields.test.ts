import type { ResolvedArchitecture } from '../../lib/model/architecture';
import type { Cloud } from '../../lib/model/target';
import { everythingOn, exactThoughUnread, promisedOn, readByPlan, unruled } from '../model-fields';
import { inexcusable, stale, type Excuse } from '../watched';

const targets = { aws: 'aws-cdk', gcp: 'gcp-cdktf' } as const satisfies Record<Cloud, string>;

/** Fields that no plan reads, and for which no rule accounts. */
const unread: Readonly<Record<Cloud, readonly Excuse[]>> = {
  aws: [
    { field: /^functions\.\w+\.code\./, why: 'archives are made of it' },
    { field: /^functions\.\w+\.handler\.gcp$/, why: 'it is for the other cloud' },
    { field: /^services\.[\w-]+\.image\.gcp$/, why: 'it is for the other cloud' },
    { field: /^\w+\.[\w-]+\.existing\.gcp$/, why: 'it is for the other cloud' },
    { field: /^services\.[\w-]+\.path$/, why: 'without ingress there is no rule of a load balancer' },
    { field: /^services\.[\w-]+\.network$/, why: 'services are always in the network' },
    { field: /^functions\.\w+\.concurrencyPerInstance$/, why: 'the default needs no setting' },
    {
      field: /^services\.[\w-]+\.(?:cpuAlways|requestsPerInstance)$/,
      why: 'a task always has its CPU, and takes every request',
    },
    { field: /^foundation\.network\.existing\.gcp\./, why: 'it is for the other cloud' },
  ],
  gcp: [
    { field: /^foundation\.aws\./, why: 'it is for the other cloud' },
    { field: /^functions\.\w+\.code\./, why: 'archives are made of it' },
    { field: /^functions\.\w+\.handler\.aws$/, why: 'it is for the other cloud' },
    { field: /^services\.[\w-]+\.image\.aws$/, why: 'it is for the other cloud' },
    { field: /^\w+\.[\w-]+\.existing\.aws$/, why: 'it is for the other cloud' },
    { field: /^functions\.\w+\.(?:architecture|logFormat|tracing)$/, why: 'the default needs no setting' },
    { field: /^functions\.\w+\.retry\./, why: 'without events or schedules there is nothing to retry' },
    { field: /^services\.[\w-]+\.path$/, why: 'the default is the root of its own address' },
    { field: /^services\.[\w-]+\.readOnlyFilesystem$/, why: 'the default needs no setting' },
    { field: /^services\.[\w-]+\.architecture$/, why: 'the default needs no setting' },
    { field: /^foundation\.ingress\.allow\.0$/, why: 'everyone is let in: anything else is refused' },
    { field: /^foundation\.ingress\.https\.aws\./, why: 'it is for the other cloud' },
    { field: /^foundation\.ingress\.insecure$/, why: 'the default is HTTPS, which every address has' },
    { field: /^foundation\.loadBalancer\./, why: 'the default needs no setting: there is no load balancer' },
    { field: /^foundation\.network\.existing\.aws\./, why: 'it is for the other cloud' },
    { field: /^description$/, why: 'it is for people' },
  ],
};

/** Fields that say how the file is used. They are lists and maps, of which a plan reads nothing. */
const aboutTheFile: readonly Excuse[] = [
  { field: /^(?:targets|divergences)\b/, why: 'they select what is rendered, and what may differ' },
  { field: /^parameters\./, why: 'their values stand where they are used' },
];

/** Fields that a promise states elsewhere, in another form, or not at all. */
const unpromised: Readonly<Record<Cloud, readonly Excuse[]>> = {
  aws: [
    { field: /^functions\.\w+\.code\./, why: 'the hash of the archive is promised' },
    { field: /^functions\.\w+\.handler\./, why: "the cloud's own is promised" },
    { field: /^services\.[\w-]+\.image\./, why: "the cloud's own is promised" },
    { field: /^\w+\.[\w-]+\.existing\./, why: "the cloud's own is promised" },
    { field: /^functions\.\w+\.secrets\./, why: 'variables of the environment, and uses' },
    { field: /^functions\.\w+\.concurrencyPerInstance$/, why: 'the default needs no setting' },
    {
      field: /^services\.[\w-]+\.(?:cpuAlways|requestsPerInstance)$/,
      why: 'a task always has its CPU, and takes every request',
    },
    { field: /^foundation\.network\.existing\./, why: "the cloud's own is promised" },
    { field: /^services\.[\w-]+\.network$/, why: 'services are always in the network' },
    { field: /^foundation\.aws\./, why: 'every role promises its settings' },
    { field: /^services\.[\w-]+\.triggers$/, why: 'refused: there are none' },
    { field: /^services\.[\w-]+\.path$/, why: 'without ingress there is no rule of a load balancer' },
    { field: /^tags\./, why: 'each element promises them' },
    { field: /^alarms\./, why: 'each element promises its alarms' },
    { field: /^description$/, why: 'it is for people' },
  ],
  gcp: [
    { field: /^foundation\.aws\./, why: 'it is for the other cloud' },
    { field: /^functions\.\w+\.code\./, why: 'the hash of the archive is promised' },
    { field: /^functions\.\w+\.handler\./, why: "the cloud's own is promised" },
    { field: /^services\.[\w-]+\.image\./, why: "the cloud's own is promised" },
    { field: /^\w+\.[\w-]+\.existing\./, why: "the cloud's own is promised" },
    { field: /^functions\.\w+\.secrets\./, why: 'variables of the environment, and uses' },
    { field: /^functions\.\w+\.coldStart\.provisioned$/, why: 'the minimum of instances is promised' },
    { field: /^functions\.\w+\.(?:architecture|logFormat|tracing)$/, why: 'the default needs no setting' },
    { field: /^functions\.\w+\.retry\./, why: 'without events or schedules there is nothing to retry' },
    { field: /^services\.[\w-]+\.path$/, why: 'the default is the root of its own address' },
    { field: /^services\.[\w-]+\.readOnlyFilesystem$/, why: 'the default needs no setting' },
    { field: /^services\.[\w-]+\.architecture$/, why: 'the default needs no setting' },
    { field: /^apis\.own\.routes\./, why: 'the API is its only function' },
    { field: /^alarms\.oldestMessageSeconds$/, why: 'queues promise their alarms' },
    { field: /^foundation\.ingress\.allow$/, why: 'everyone is let in: anything else is refused' },
    { field: /^foundation\.ingress\.https\.aws\./, why: 'it is for the other cloud' },
    { field: /^foundation\.ingress\.insecure$/, why: 'the default is HTTPS, which every address has' },
    { field: /^foundation\.loadBalancer\./, why: 'the default needs no setting: there is no load balancer' },
    { field: /^foundation\.network\.existing\./, why: 'the elements in it promise it' },
    { field: /^tags\.team$/, why: 'each element promises them' },
    { field: /^description$/, why: 'it is for people' },
  ],
};

/** Fields that support calls exact, although no plan reads them. */
const exactAnyway: Readonly<Record<Cloud, readonly Excuse[]>> = {
  aws: [
    { field: /^functions\.code$/, why: 'archives are made of it' },
    { field: /^services\.network$/, why: 'exact is the network, in which services always are' },
    { field: /^functions\.concurrencyPerInstance$/, why: 'exact is the default, which needs no setting' },
    { field: /^services\.cpuAlways$/, why: 'a task always has its CPU' },
  ],
  gcp: [
    { field: /^functions\.code$/, why: 'archives are made of it' },
    { field: /^functions\.(?:architecture|logFormat|tracing)$/, why: 'exact is the default, which needs no setting' },
    { field: /^services\.path$/, why: 'exact is the default, the root of its own address' },
    { field: /^services\.readOnlyFilesystem$/, why: 'exact is the default, which needs no setting' },
    { field: /^services\.architecture$/, why: 'exact is the default, which needs no setting' },
    { field: /^foundation\.ingress\.allow$/, why: 'exact is the default, everyone' },
    { field: /^foundation\.ingress\.(?:https|insecure)$/, why: 'exact is HTTPS, which every address has' },
  ],
};

describe.each(['aws', 'gcp'] as const)('on %s, a field of the model', (cloud) => {
  const target = targets[cloud];
  let architectures: readonly ResolvedArchitecture[];
  beforeAll(() => (architectures = everythingOn(cloud)));

  it('is read by the plan, or accounted for by a rule, or excused', () => {
    const overlooked = architectures.flatMap((one) => unruled(readByPlan(one, cloud).overlooked, one, target));
    const excuses = [...aboutTheFile, ...unread[cloud]];
    expect(inexcusable(overlooked, excuses)).toEqual([]);
    expect(stale(overlooked, excuses)).toEqual([]);
  });

  it('is promised, or accounted for by a rule, or excused', () => {
    const overlooked = architectures.flatMap((one) => unruled(promisedOn(one, target).overlooked, one, target));
    const excuses = [...aboutTheFile, ...unpromised[cloud]];
    expect(inexcusable(overlooked, excuses)).toEqual([]);
    expect(stale(overlooked, excuses)).toEqual([]);
  });

  it('is called exact only if the plan reads it, or excused', () => {
    const overlooked = exactThoughUnread(architectures, target);
    expect(inexcusable(overlooked, exactAnyway[cloud])).toEqual([]);
    expect(stale(overlooked, exactAnyway[cloud])).toEqual([]);
  });
});
