import type { AwsPlan } from '../../cloud/aws/architecture';
import { splitElementId } from '../../model/name';
import { mentions, type AppView, type Final } from './app-view';

const scaled = ['AWS::ECS::Service', 'AWS::Lambda::Alias'];

/**
 * Errors about auto scaling that an app adds to an element whose number of workers the architecture sets. AWS keeps one
 * scalable target for each resource, and every deployment that changes the element sets its own number again.
 */
export function secondScaling(view: AppView, plan: AwsPlan): string[] {
  const targets = view.ofType('AWS::ApplicationAutoScaling::ScalableTarget');
  if (targets.length === 0) return [];
  return scaled
    .flatMap((type) => view.ofType(type))
    .filter((resource) => isSet(resource, plan))
    .flatMap((resource) => {
      const foreign = targets.find(({ construct, properties }) => {
        return construct.node.id !== 'Scaling' && mentions(properties['ResourceId'], resource);
      });
      return foreign ? [refusal(resource, foreign)] : [];
    });
}

/** Tests that the architecture sets the number of workers of a resource's element. */
function isSet({ element }: Final, { functions, services }: AwsPlan): boolean {
  const { kind, name } = element ? splitElementId(element) : { kind: undefined, name: '' };
  if (kind === 'services') return services[name] !== undefined;
  const warmth = kind === 'functions' ? functions[name]?.warmth : undefined;
  return warmth?.scaling !== undefined || warmth?.provisioned !== undefined;
}

const refusal = ({ element }: Final, { construct }: Final): string =>
  `${element}: must be scaled by its coldStart only, got a second scalable target at ${construct.node.path} (set ` +
  'coldStart to dynamic or utilization in the architecture, or change `scaling` of the element)';
