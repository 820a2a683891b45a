import { Duration } from 'aws-cdk-lib';
import { HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { LambdaDeploymentConfig, LambdaDeploymentGroup } from 'aws-cdk-lib/aws-codedeploy';
import { Peer, Port } from 'aws-cdk-lib/aws-ec2';
import { ContainerImage, Secret as EcsSecret } from 'aws-cdk-lib/aws-ecs';
import { ListenerAction, ListenerCondition } from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction as RuleTarget } from 'aws-cdk-lib/aws-events-targets';
import { AccountPrincipal, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { CfnLayerVersion, LayerVersion, type CfnFunction } from 'aws-cdk-lib/aws-lambda';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { ofType, type Idiom } from './idiom';
import { ownFunction } from './own';

/** Idioms of functions, APIs and services. */
export const compute: Readonly<Record<'functions' | 'apis' | 'services', readonly Idiom[]>> = {
  functions: [
    {
      code: 'shop.functions.orders.function.addEnvironment("OWN_TOPIC", ownTopic.topicArn)',
      does: ({ stack, shop }) =>
        void shop.functions['orders']!.function.addEnvironment('OWN_TOPIC', new Topic(stack, 'OwnTopic').topicArn),
      differs: ['functions.orders'],
      note: 'publishes a new version, to which the alias then points',
    },
    {
      code: 'shop.functions.orders.function.addLayers(layer)',
      does: ({ stack, shop }) => {
        const { ref } = new CfnLayerVersion(stack, 'Layer', { content: { s3Bucket: 'layers', s3Key: 'layer.zip' } });
        shop.functions['orders']!.function.addLayers(LayerVersion.fromLayerVersionArn(stack, 'OfLayer', ref));
      },
      differs: ['functions.orders'],
    },
    {
      code: 'shop.functions.orders.function.addToRolePolicy(statement)',
      does: ({ shop }) =>
        shop.functions['orders']!.function.addToRolePolicy(
          new PolicyStatement({ actions: ['ses:SendEmail'], resources: ['*'] }),
        ),
      differs: ['functions.orders'],
    },
    {
      code: 'ownTopic.grantPublish(shop.functions.orders.function)',
      does: ({ stack, shop }) => void new Topic(stack, 'OwnTopic').grantPublish(shop.functions['orders']!.function),
      differs: ['functions.orders'],
    },
    {
      code: 'shop.functions.orders.alias.grantInvoke(own)',
      does: ({ stack, shop }) => void shop.functions['orders']!.alias.grantInvoke(ownFunction(stack)),
      differs: ['app'],
      note: 'grant the alias: `function` is the newest code, without provisioned concurrency',
    },
    {
      code: 'shop.functions.orders.alias.addPermission("Team", { principal })',
      does: ({ shop }) =>
        shop.functions['orders']!.alias.addPermission('Team', { principal: new AccountPrincipal('123456789012') }),
      differs: ['functions.orders'],
    },
    {
      code: 'shop.functions.orders.alias.addEventSource(new SqsEventSource(ownQueue))',
      does: ({ stack, shop }) => {
        const queue = new Queue(stack, 'OwnQueue', { visibilityTimeout: Duration.minutes(10) });
        shop.functions['orders']!.alias.addEventSource(new SqsEventSource(queue));
      },
      differs: ['functions.orders'],
    },
    {
      code: 'new Rule(this, "Daily", { targets: [new LambdaFunction(shop.functions.orders.alias)] })',
      does: ({ stack, shop }) => {
        const targets = [new RuleTarget(shop.functions['orders']!.alias)];
        new Rule(stack, 'Daily', { schedule: Schedule.rate(Duration.days(1)), targets });
      },
      differs: ['app'],
    },
    {
      code: 'shop.functions.orders.alias.metricDuration().createAlarm(this, "Slow", …)',
      does: ({ stack, shop }) => {
        const metric = shop.functions['orders']!.alias.metricDuration();
        metric.createAlarm(stack, 'Slow', { threshold: 1_000, evaluationPeriods: 1 });
      },
    },
    {
      code: 'new LambdaDeploymentGroup(this, "Canary", { alias: shop.functions.worker.alias, … })',
      does: ({ stack, shop }) => {
        new LambdaDeploymentGroup(stack, 'Canary', {
          alias: shop.functions['worker']!.alias,
          deploymentConfig: LambdaDeploymentConfig.CANARY_10PERCENT_5MINUTES,
        });
      },
      differs: ['functions.worker'],
    },
    {
      code: '(shop.functions.orders.function.node.defaultChild as CfnFunction).memorySize = 1024',
      does: ({ shop }) => {
        (shop.functions['orders']!.function.node.defaultChild as CfnFunction).memorySize = 1024;
      },
      differs: ['functions.orders'],
    },
    {
      code: 'resource.addPropertyOverride("EphemeralStorage.Size", 1024)',
      does: ({ shop }) =>
        (shop.functions['orders']!.function.node.defaultChild as CfnFunction).addPropertyOverride(
          'EphemeralStorage.Size',
          1024,
        ),
      differs: ['functions.orders'],
    },
    {
      code: 'resource.addPropertyDeletionOverride("LoggingConfig")',
      does: ({ shop }) =>
        (shop.functions['orders']!.function.node.defaultChild as CfnFunction).addPropertyDeletionOverride(
          'LoggingConfig',
        ),
      differs: ['functions.orders'],
    },
    {
      code: 'shop.functions.orders.alias.addAutoScaling({ maxCapacity: 10 })',
      does: ({ shop }) =>
        void shop.functions['orders']!.alias.addAutoScaling({ maxCapacity: 10 }).scaleOnUtilization({
          utilizationTarget: 0.5,
        }),
      says: 'functions.orders: must be scaled by its coldStart only',
      note: 'with `coldStart` in the architecture; without it, the app may scale the alias',
      isQuick: true,
    },
  ],
  apis: [
    {
      code: 'shop.apis.public.api.addRoutes({ path: "/own", integration })',
      does: ({ stack, shop }) =>
        void shop.apis['public']!.api.addRoutes({
          path: '/own',
          methods: [HttpMethod.GET],
          integration: new HttpLambdaIntegration('Own', ownFunction(stack)),
        }),
      differs: ['apis.public'],
    },
    {
      code: 'shop.apis.public.api.metricServerError().createAlarm(this, "Errors", …)',
      does: ({ stack, shop }) => {
        const metric = shop.apis['public']!.api.metricServerError();
        metric.createAlarm(stack, 'Errors', { threshold: 1, evaluationPeriods: 1 });
      },
    },
  ],
  services: [
    {
      code: 'shop.services.web.service.connections.allowFrom(peer, Port.tcp(8080))',
      does: ({ shop }) => shop.services['web']!.service.connections.allowFrom(Peer.ipv4('10.0.0.0/8'), Port.tcp(8080)),
      differs: ['services.web'],
    },
    {
      code: 'shop.services.web.service.autoScaleTaskCount({ maxCapacity: 5 }).scaleOnCpuUtilization(…)',
      does: ({ shop }) => {
        const scaling = shop.services['web']!.service.autoScaleTaskCount({ maxCapacity: 5 });
        scaling.scaleOnCpuUtilization('Cpu', { targetUtilizationPercent: 60 });
      },
      says: 'services.web: must be scaled by its coldStart only',
      isQuick: true,
    },
    {
      code: 'ownTable.grantReadData(shop.services.web.taskDefinition.taskRole)',
      does: ({ shop }) =>
        void shop.tables['orders']!.table.grantReadData(shop.services['web']!.taskDefinition.taskRole),
      differs: ['services.web'],
    },
    {
      code: 'shop.services.web.taskDefinition.addContainer("sidecar", { secrets: { … } })',
      does: ({ stack, shop }) =>
        void shop.services['web']!.taskDefinition.addContainer('sidecar', {
          image: ContainerImage.fromRegistry('public.ecr.aws/docker/library/busybox:1'),
          essential: false,
          secrets: { TOKEN: EcsSecret.fromSecretsManager(new Secret(stack, 'OwnSecret')) },
        }),
      differs: ['foundation', 'services.web'],
      check: (resources) =>
        expect(JSON.stringify(ofType(resources, 'IAM::Policy'))).toContain('secretsmanager:GetSecretValue'),
      note: 'permissions that the container needs are added to the execution role',
      isQuick: true,
    },
    {
      code: 'shop.services.web.taskDefinition.addToExecutionRolePolicy(statement)',
      does: ({ shop }) =>
        shop.services['web']!.taskDefinition.addToExecutionRolePolicy(
          new PolicyStatement({ actions: ['ssm:GetParameters'], resources: ['*'] }),
        ),
      differs: ['foundation'],
      check: (resources) => expect(JSON.stringify(ofType(resources, 'IAM::Policy'))).toContain('ssm:GetParameters'),
    },
    {
      code: 'shop.foundation.listener.addAction("Own", { priority: 1, conditions, action })',
      does: ({ shop }) =>
        shop.foundation!.listener.addAction('Own', {
          priority: 1,
          conditions: [ListenerCondition.pathPatterns(['/own'])],
          action: ListenerAction.fixedResponse(200),
        }),
      differs: ['foundation'],
    },
  ],
};
