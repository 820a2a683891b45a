import type { ResolvedArchitecture } from '../../model/architecture';
import { isEngineValue } from '../../model/engine-value';
import type { Reference } from '../../model/reference';
import type { Text } from '../../model/text';
import { part, type PlanText } from '../part';
import { loneFunction } from './approximation';

/** Replaces the references in a text with parts of Google Cloud resources. */
export function planText(text: Text, architecture: ResolvedArchitecture): PlanText {
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

/** The REST address of a topic, without its identifier. */
const pubsub = 'https://pubsub.googleapis.com/v1/';

function pointTo({ kind, element, attribute }: Reference, architecture: ResolvedArchitecture): PlanText {
  switch (kind) {
    case 'functions':
      return [part(`functions.${element}`, 'function', attribute)];
    case 'services':
      return [part(`services.${element}`, 'service', attribute)];
    case 'apis': {
      const lone = loneFunction(architecture.apis[element]!, architecture);
      return lone ? [part(lone, 'function', 'url')] : ['http://', part(`apis.${element}`, 'address', 'address')];
    }
    case 'queues':
      if (attribute === 'name') return [part(`queues.${element}`, 'topic', 'name')];
      return [...(attribute === 'url' ? [pubsub] : []), part(`queues.${element}`, 'topic', 'id')];
    case 'topics':
      return [part(`topics.${element}`, 'topic', attribute === 'arn' ? 'id' : 'name')];
    case 'buckets':
      return [part(`buckets.${element}`, 'bucket', attribute)];
    case 'secrets':
      return [part(`secrets.${element}`, 'secret', 'id')];
    case 'tables':
      return [part(`tables.${element}`, 'database', attribute)];
  }
}
