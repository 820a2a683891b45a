import { GoogleBetaProvider } from '@cdktf/provider-google-beta/lib/provider';
import { TimeProvider } from '@cdktf/provider-time/lib/provider';
import { App, TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import type { GcpPlan } from '../../../lib/cloud/gcp/architecture';
import { renderArchitecture, type RenderedArchitecture } from '../../../lib/render/gcp-cdktf/architecture';

export type Block = Readonly<Record<string, unknown>>;

export interface Synthesized {
  readonly rendered: RenderedArchitecture;
  /** The resources of a type, or with `data.` before it what is read back, by their paths below the architecture. */
  ofType(type: string): Record<string, Block>;
}

/** What CDKTF makes of a plan, in a stack of its own. */
export function synthesize(plan: GcpPlan): Synthesized {
  const stack = new TerraformStack(new App(), 'stack');
  new GoogleBetaProvider(stack, 'google-beta');
  new TimeProvider(stack, 'time');
  const rendered = renderArchitecture(new Construct(stack, 'Architecture'), plan, {
    project: '${var.project}',
    region: '${var.region}',
  });
  stack.prepareStack();
  const { resource = {}, data = {} } = stack.toTerraform() as Record<string, Record<string, Blocks>>;
  return {
    rendered,
    ofType: (type) =>
      Object.fromEntries(
        Object.values((type.startsWith('data.') ? data[type.slice(5)] : resource[type]) ?? {}).map(
          ({ '//': { metadata }, ...block }) => [metadata.path.replace('stack/Architecture/', ''), block],
        ),
      ),
  };
}

type Blocks = Readonly<Record<string, Block & { readonly '//': { readonly metadata: { readonly path: string } } }>>;
