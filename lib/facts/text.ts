import type { ResolvedArchitecture } from '../model/architecture';
import type { Reference } from '../model/reference';
import type { Cloud } from '../model/target';
import { formatText, type Text } from '../model/text';
import { loneFunction } from '../support/api';

/**
 * Another form of a reference, if artifacts can't distinguish it from a different one; undefined: it is stated as it
 * is.
 */
type Restate = (reference: Reference, architecture: ResolvedArchitecture) => string | undefined;

const restate: Readonly<Record<Cloud, Restate>> = {
  /** A service without a host has the address of the foundation's load balancer, as every such service does. */
  aws({ kind, element, attribute }, { services }) {
    if (kind !== 'services' || attribute !== 'url') return undefined;
    const host = services[element]?.host;
    return host === undefined ? '${foundation.url}' : `http://${host}`;
  },
  /** An API that is its only function has that function's address. */
  gcp({ kind, element }, architecture) {
    if (kind !== 'apis') return undefined;
    const lone = loneFunction(architecture.apis[element]!, architecture);
    return lone && `\${${lone}.url}`;
  },
};

/** A text as an artifact on a cloud can state it. */
export const expectText = (text: Text, cloud: Cloud, architecture: ResolvedArchitecture): string =>
  text
    .map(
      (piece) => (typeof piece === 'string' ? undefined : restate[cloud](piece, architecture)) ?? formatText([piece]),
    )
    .join('');

/** A map of texts as an artifact on a cloud can state them. */
export const expectTexts = (
  texts: Readonly<Record<string, Text>>,
  cloud: Cloud,
  architecture: ResolvedArchitecture,
): Record<string, string> =>
  Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, expectText(text, cloud, architecture)]));
