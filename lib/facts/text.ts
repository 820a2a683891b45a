import type { ResolvedArchitecture } from '../model/architecture';
import type { Cloud } from '../model/target';
import { formatText, type Text } from '../model/text';
import { loneFunction } from '../support/api';

/**
 * A text as an artifact on a cloud can state it. Two references that become one and the same thing there are one: on
 * AWS a service without a host is reached where every such service is, at the foundation's load balancer; on GCP an API
 * that is its only function has that function's address.
 */
export function expectText(text: Text, cloud: Cloud, { functions, services, apis }: ResolvedArchitecture): string {
  return text
    .map((piece) => {
      if (typeof piece === 'string') return formatText([piece]);
      const { kind, element, attribute } = piece;
      if (cloud === 'aws' && kind === 'services' && attribute === 'url') {
        const host = services[element]?.host;
        return host === undefined ? '${foundation.url}' : `http://${host}`;
      }
      const lone = cloud === 'gcp' && kind === 'apis' ? loneFunction(apis[element]!, { functions }) : undefined;
      return lone === undefined ? formatText([piece]) : `\${${lone}.url}`;
    })
    .join('');
}

/** A map of texts as an artifact on a cloud can state them. */
export const expectTexts = (
  texts: Readonly<Record<string, Text>>,
  cloud: Cloud,
  architecture: ResolvedArchitecture,
): Record<string, string> =>
  Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, expectText(text, cloud, architecture)]));
