import type { Construct } from 'constructs';
import { Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';

/** A function of the team's own. */
export const ownFunction = (scope: Construct): LambdaFunction =>
  new LambdaFunction(scope, 'Own', {
    runtime: Runtime.NODEJS_22_X,
    handler: 'index.handler',
    code: Code.fromInline('exports.handler = async () => {};'),
  });
