import type { Uses } from '../model/grant';

/** What an element may do on AWS: a service asks no policy who calls, the network lets callers through or doesn't. */
export const expectAwsUses = (uses: Uses): Record<string, string> =>
  Object.fromEntries(Object.entries(uses).filter(([id]) => !id.startsWith('services.')));

/** What an element may do on GCP: no role of Google's writes objects or items and doesn't read them. */
export const expectGcpUses = (uses: Uses): Record<string, string> =>
  Object.fromEntries(Object.entries(uses).map(([id, verb]) => [id, verb === 'write' ? 'readwrite' : verb]));
