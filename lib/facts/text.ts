import type { ResolvedArchitecture } from '../model/architecture';
import { isEngineValue } from '../model/engine-value';
import type { Reference } from '../model/reference';
import { cloudOf, type Cloud } from '../model/target';
import { formatText, type Text } from '../model/text';
import { loneFunction } from '../support/api';
import type { TargetExpectation } from './expectation';
import { existingText } from './existing';
import { joinFacts, type TextFact } from './text-fact';

/**
 * Another form of a reference, if artifacts can't distinguish it from a different one; undefined: it is stated as it
 * is.
 */
type Restate = (reference: Reference, architecture: ResolvedArchitecture) => string | undefined;

const restate: Readonly<Record<Cloud, Restate>> = {
  /** A service without a host has the address of the foundation's load balancer, as every such service does. */
  aws({ kind, element, attribute }, { services, foundation }) {
    if (kind !== 'services' || attribute !== 'url') return undefined;
    const host = services[element]?.host;
    const scheme = foundation?.ingress.https?.aws ? 'https' : 'http';
    return host === undefined ? '${foundation.url}' : `${scheme}://${host}`;
  },
  /** An API that is its only function has that function's address. */
  gcp({ kind, element }, architecture) {
    if (kind !== 'apis') return undefined;
    const lone = loneFunction(architecture.apis[element]!, architecture);
    return lone && `\${${lone}.url}`;
  },
};

/** A text as an artifact can state it, with the values that the app gave for parameters. */
export function expectText(text: Text, { architecture, target, engineValues }: TargetExpectation): TextFact {
  const stated = (piece: Text[number]): TextFact => {
    if (isEngineValue(piece)) return engineValues?.[piece.parameter] ?? formatText([piece]);
    if (typeof piece === 'string') return formatText([piece]);
    const cloud = cloudOf(target);
    return existingText(piece, architecture, cloud) ?? restate[cloud](piece, architecture) ?? formatText([piece]);
  };
  return joinFacts(text.map(stated));
}

/** A map of texts as an artifact can state them. */
export const expectTexts = (
  texts: Readonly<Record<string, Text>>,
  expectation: TargetExpectation,
): Record<string, TextFact> =>
  Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, expectText(text, expectation)]));
