import {
  type App,
  CfnParameter,
  CliCredentialsStackSynthesizer,
  DefaultStackSynthesizer,
  Fn,
  NestedStack,
  Stack,
  Stage,
  Validations,
} from 'aws-cdk-lib';
import { CURRENT_VERSION_EXPIRED_FLAGS, FLAGS } from 'aws-cdk-lib/cx-api';
import { AwsSolutionsChecks } from 'cdk-nag';
import type { Construct } from 'constructs';
import { ServerlessArchitecture } from '../../lib/render/aws-cdk';

/** A place for an architecture in an app, or a setting of the app. */
export interface Place {
  readonly what: string;
  readonly context?: Readonly<Record<string, unknown>>;
  readonly make: (app: App, architecture: string) => void;
  /** A part of the error or warning at synth. @default nothing is said */
  readonly says?: string;
}

const shopIn = (scope: Construct, architecture: string): ServerlessArchitecture<string> =>
  new ServerlessArchitecture<string>(scope, 'Shop', { architecture });

const plain = (app: App, architecture: string): void => void shopIn(new Stack(app, 'Own'), architecture);

const flags = (isRecommended: boolean): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(FLAGS)
      .filter(([name]) => !CURRENT_VERSION_EXPIRED_FLAGS.includes(name))
      .map(([name, { recommendedValue }]) => [name, isRecommended ? recommendedValue : false]),
  );

/** Places and settings, in each of which an architecture has to be synthesized. */
export const places: readonly Place[] = [
  { what: 'all recommended feature flags', context: flags(true), make: plain },
  { what: 'no feature flag', context: flags(false), make: plain },
  {
    what: 'a Stage',
    make: (app, architecture) => plain(new Stage(app, 'Prod') as App, architecture),
  },
  {
    what: 'a NestedStack that passes the network on',
    make: (app, architecture) => {
      const stack = new Stack(app, 'Own');
      const vpc = new CfnParameter(stack, 'Vpc', { type: 'AWS::EC2::VPC::Id' });
      const subnets = new CfnParameter(stack, 'Subnets', { type: 'CommaDelimitedList' });
      const parameters = {
        DefaultVpcId: vpc.valueAsString,
        DefaultSubnetIds: Fn.join(',', subnets.valueAsList),
      };
      shopIn(new NestedStack(stack, 'Nested', { parameters }), architecture);
    },
  },
  {
    what: 'a NestedStack that leaves the network out',
    make: (app, architecture) => void shopIn(new NestedStack(new Stack(app, 'Own'), 'Nested'), architecture),
    says: 'foundation.network: must be passed on to a nested stack, got no DefaultVpcId and no DefaultSubnetIds',
  },
  {
    what: 'another qualifier of cdk bootstrap',
    make: (app, architecture) => {
      const synthesizer = new DefaultStackSynthesizer({ qualifier: 'team' });
      shopIn(new Stack(app, 'Own', { synthesizer }), architecture);
    },
  },
  {
    what: 'CliCredentialsStackSynthesizer',
    make: (app, architecture) => {
      shopIn(new Stack(app, 'Own', { synthesizer: new CliCredentialsStackSynthesizer() }), architecture);
    },
  },
  {
    what: 'a stack without indentation of its template',
    make: (app, architecture) =>
      void shopIn(new Stack(app, 'Own', { suppressTemplateIndentation: true }), architecture),
  },
  {
    what: 'cdk-nag',
    make: (app, architecture) => {
      plain(app, architecture);
      Validations.of(app).addPlugins(new AwsSolutionsChecks());
    },
    says: "Acknowledge with 'AwsSolutions::AwsSolutions-SQS4'",
  },
  {
    what: 'two architectures with a foundation in a stack',
    make: (app, architecture) => {
      const stack = new Stack(app, 'Own');
      shopIn(stack, architecture);
      new ServerlessArchitecture<string>(stack, 'Other', { architecture });
    },
    says: 'DefaultVpcId',
  },
];
