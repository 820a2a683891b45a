import { isEngineValue } from '../../model/engine-value';
import type { Reference } from '../../model/reference';
import type { Text } from '../../model/text';
import type { ResolvedArchitecture } from '../../model/architecture';
import { part, type PlanText } from '../part';
import { serviceUrl } from './service-url';

/** Replaces the references in a text with parts of AWS resources. */
function planText(text: Text, architecture: ResolvedArchitecture): PlanText {
  return text.flatMap((piece): PlanText =>
    typeof piece === 'string' || isEngineValue(piece) ? [piece] : pointTo(piece, architecture),
  );
}

/** A map of texts, sorted by key: the order in the file has no meaning. */
export function planTexts(
  texts: Readonly<Record<string, Text>>,
  architecture: ResolvedArchitecture,
): Record<string, PlanText> {
  return Object.fromEntries(
    Object.keys(texts)
      .sort()
      .map((key) => [key, planText(texts[key]!, architecture)]),
  );
}

function pointTo({ kind, element, attribute }: Reference, architecture: ResolvedArchitecture): PlanText {
  switch (kind) {
    case 'functions':
      // Callers reach a function through its alias: anything else would pass its warm capacity by.
      return attribute === 'url'
        ? [part(`functions.${element}`, 'url', 'url')]
        : [part(`functions.${element}`, 'alias', attribute)];
    case 'services':
      return attribute === 'url'
        ? serviceUrl(element, architecture)
        : [part(`services.${element}`, 'service', attribute)];
    case 'apis':
      return [part(`apis.${element}`, 'api', attribute)];
    case 'queues':
      return [part(`queues.${element}`, 'queue', attribute)];
    case 'topics':
      return [part(`topics.${element}`, 'topic', attribute)];
    case 'buckets':
      return [part(`buckets.${element}`, 'bucket', attribute)];
    case 'secrets':
      // The ARN for every attribute: the SDK accepts it in place of a name.
      return [part(`secrets.${element}`, 'secret', 'arn')];
    case 'tables':
      return [part(`tables.${element}`, 'table', attribute)];
  }
}
