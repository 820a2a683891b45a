import type { ElementId } from '../../model/name';
import type { Artefact } from '../artefact';
import { readNeeds } from '../gcp/needs';
import { readCalls, warmerOf, type CallWords, type ReadWarmer } from '../gcp/warmer';
import type { Resource } from '../resource';
import { region, servicesIn, to } from './reference';
import { readServiceAccount } from './service-account';

const words: CallWords = {
  name: ['name'],
  region: ['region'],
  description: ['description'],
  schedule: ['schedule'],
  timeZone: ['time_zone'],
  deadline: ['attempt_deadline'],
  method: ['http_target', 'http_method'],
  uri: ['http_target', 'uri'],
  email: ['http_target', 'oidc_token', 'service_account_email'],
  audience: ['http_target', 'oidc_token', 'audience'],
};

/** Undefined where nothing keeps the element warm by calling it at `url`, an attribute of its own. */
export function readWarmer(element: Resource, url: string, artefact: Artefact): ReadWarmer | undefined {
  const id = element.owner as ElementId;
  const [account, invoker, job] = [
    'google_service_account',
    'google_cloud_run_service_iam_member',
    'google_cloud_scheduler_job',
  ].map((type) => artefact.part(id, type, 'warmer'));
  if (!account || !invoker || !job) return undefined;
  const mayCall = [
    invoker.fixed(['location'], region),
    invoker.fixed(['service'], to(element, 'name')),
    invoker.fixed(['role'], 'roles/run.invoker'),
    invoker.fixed(['member'], to(account, 'member')),
  ].every(Boolean);
  const needs = readNeeds(job, ['depends_on'], servicesIn(artefact), [invoker]);
  const { architecture } = artefact.stamp;
  const called = { architecture, element: id, url: to(element, url), region, email: to(account, 'email') };
  const calls = readCalls(job, words, called);
  const serviceAccount = readServiceAccount(id, account, artefact, 'warmer');
  return mayCall && needs?.join() === 'cloudscheduler.googleapis.com' ? warmerOf(calls, serviceAccount) : undefined;
}
