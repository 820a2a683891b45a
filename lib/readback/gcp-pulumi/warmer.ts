import type { ElementId } from '../../model/name';
import type { Artefact } from '../artefact';
import { readNeeds } from '../gcp/needs';
import { readCalls, warmerOf, type CallWords, type ReadWarmer } from '../gcp/warmer';
import type { Resource } from '../resource';
import { region, servicesIn, to } from './reference';
import { readServiceAccount } from './service-account';

const words: CallWords = {
  name: ['inputs', 'name'],
  region: ['inputs', 'region'],
  description: ['inputs', 'description'],
  schedule: ['inputs', 'schedule'],
  timeZone: ['inputs', 'timeZone'],
  deadline: ['inputs', 'attemptDeadline'],
  method: ['inputs', 'httpTarget', 'httpMethod'],
  uri: ['inputs', 'httpTarget', 'uri'],
  email: ['inputs', 'httpTarget', 'oidcToken', 'serviceAccountEmail'],
  audience: ['inputs', 'httpTarget', 'oidcToken', 'audience'],
};

/** Undefined where nothing keeps the element warm by calling it at `url`, an output of its own. */
export function readWarmer(element: Resource, url: string, artefact: Artefact): ReadWarmer | undefined {
  const id = element.owner as ElementId;
  const [account, invoker, job] = [
    'gcp:serviceaccount/account:Account',
    'gcp:cloudrun/iamMember:IamMember',
    'gcp:cloudscheduler/job:Job',
  ].map((type) => artefact.part(id, type, 'warmer'));
  if (!account || !invoker || !job) return undefined;
  const mayCall = [
    invoker.fixed(['inputs', 'location'], region),
    invoker.fixed(['inputs', 'service'], to(element, 'name')),
    invoker.fixed(['inputs', 'role'], 'roles/run.invoker'),
    invoker.fixed(['inputs', 'member'], to(account, 'member')),
  ].every(Boolean);
  const needs = readNeeds(job, ['options', 'dependsOn'], servicesIn(artefact), [invoker]);
  const { architecture } = artefact.stamp;
  const called = { architecture, element: id, url: to(element, url), region, email: to(account, 'email') };
  const calls = readCalls(job, words, called);
  const serviceAccount = readServiceAccount(id, account, artefact, 'warmer');
  return mayCall && needs?.join() === 'cloudscheduler.googleapis.com' ? warmerOf(calls, serviceAccount) : undefined;
}
