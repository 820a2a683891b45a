import { App, Stack, type StackProps } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { AwsPlan } from '../../../lib/cloud/aws/architecture';
import { renderArchitecture, type RenderedArchitecture } from '../../../lib/render/aws-cdk/architecture';

process.env['CDK_VALIDATION'] = 'false';

export interface TemplateResource {
  readonly Type: string;
  readonly Properties?: Record<string, unknown>;
  readonly DependsOn?: readonly string[];
}

export interface Synthesized {
  readonly rendered: RenderedArchitecture;
  /** The resources of a type, by their paths below the architecture. */
  ofType(type: string): Record<string, TemplateResource>;
  readonly types: readonly string[];
  readonly parameters: Record<string, unknown>;
  readonly missing: readonly unknown[];
  readonly messages: readonly string[];
}

/** What CDK makes of a plan, in a stack of its own. */
export function synthesize(plan: AwsPlan, props: StackProps = {}, context: Record<string, unknown> = {}): Synthesized {
  const app = new App({ analyticsReporting: false, context: { 'aws:cdk:enable-path-metadata': true, ...context } });
  const stack = new Stack(app, 'Stack', props);
  const rendered = renderArchitecture(new Construct(stack, 'Architecture'), plan);
  const assembly = app.synth();
  const artifact = assembly.getStackByName('Stack');
  const template = artifact.template as {
    Resources: Record<string, TemplateResource & { Metadata: Record<string, string> }>;
    Parameters: Record<string, unknown>;
  };
  const all = Object.values(template.Resources);
  return {
    rendered,
    ofType: (type) =>
      Object.fromEntries(
        all
          .filter(({ Type }) => Type === `AWS::${type}`)
          .map(({ Metadata, ...resource }) => [Metadata['aws:cdk:path']!.replace('Stack/Architecture/', ''), resource]),
      ),
    types: all.map(({ Type }) => Type),
    parameters: template.Parameters,
    missing: assembly.manifest.missing ?? [],
    messages: artifact.messages.map(({ level, entry }) => `${level}: ${String(entry.data)}`),
  };
}

/** The one resource of its type. */
export function only(resources: Record<string, TemplateResource>): TemplateResource {
  const [first, ...others] = Object.values(resources);
  if (!first || others.length > 0) throw new Error(`${Object.keys(resources).length} resources`);
  return first;
}
