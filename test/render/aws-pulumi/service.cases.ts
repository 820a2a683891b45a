import { nginx, planOf } from '../aws-shop';
import { record, type Recorded } from './program';

const web = (spec: object = {}) => planOf({ services: { web: { ...nginx, ingress: 'public', ...spec } } });
const nameOf = async (plan: ReturnType<typeof planOf>, component: string) =>
  Object.values((await record(plan, component)).ofType('lb/targetGroup:TargetGroup'))[0]!.inputs['name'];

describe('a service that nobody reaches', () => {
  let recorded: Recorded;
  beforeAll(async () => (recorded = await record(planOf({ services: { worker: { ...nginx, command: ['work'] } } }))));

  it('has no target group, no rule, and nobody let in', () => {
    expect(recorded.ofType('lb/targetGroup:TargetGroup')).toEqual({});
    expect(recorded.ofType('lb/listenerRule:ListenerRule')).toEqual({});
    expect(Object.keys(recorded.ofType('vpc/securityGroupIngressRule:SecurityGroupIngressRule'))).toEqual([
      'shop-foundation-load-balancer-security-group-from-0-0-0-0-0',
    ]);
  });

  it('waits for nothing but what lets it out and start', () => {
    const service = recorded.ofType('ecs/service:Service')['shop-worker-service']!;
    expect(service.options.dependsOn!.map((urn) => urn.split('::').at(-1))).toEqual([
      'shop-foundation-execution-policy',
      'shop-worker-security-group-out',
    ]);
    expect(service.inputs).not.toHaveProperty('loadBalancers');
  });
});

describe('a public service', () => {
  let recorded: Recorded;
  beforeAll(async () => (recorded = await record(web({ host: 'a.example.com', path: '/a/*' }))));

  it('lets the load balancer in, by one rule', () => {
    const rules = recorded.ofType('vpc/securityGroupIngressRule:SecurityGroupIngressRule');
    expect(rules['shop-web-security-group-from-load-balancer']!.inputs).toMatchObject({
      ipProtocol: 'tcp',
      fromPort: 80,
      toPort: 80,
      referencedSecurityGroupId: {
        $ref: { urn: expect.stringMatching(/::shop-foundation-load-balancer-security-group$/), path: ['id'] },
      },
    });
    expect(Object.keys(rules)).toHaveLength(2);
  });

  it('has a rule for its host and path', () => {
    const { conditions, priority } = recorded.ofType('lb/listenerRule:ListenerRule')['shop-web-rule']!.inputs;
    expect({ conditions, priority }).toMatchInlineSnapshot(`
     {
       "conditions": [
         {
           "pathPattern": {
             "values": [
               "/a/*",
             ],
           },
         },
         {
           "hostHeader": {
             "values": [
               "a.example.com",
             ],
           },
         },
       ],
       "priority": 14683,
     }
    `);
  });

  it('is checked as a probe on Cloud Run would', () => {
    const { healthCheck } = recorded.ofType('lb/targetGroup:TargetGroup')['shop-web-target-group']!.inputs;
    expect(healthCheck).toMatchInlineSnapshot(`
     {
       "healthyThreshold": 2,
       "interval": 30,
       "matcher": "200-399",
       "path": "/",
       "protocol": "HTTP",
       "timeout": 5,
       "unhealthyThreshold": 3,
     }
    `);
  });
});

describe("a target group's name", () => {
  it("is left to Pulumi where Pulumi's is short enough", async () => {
    expect(await nameOf(web(), 'shop')).toBeUndefined();
  });

  it('differs for another port, since both are there for a while', async () => {
    const component = 'a-component-with-a-long-name';
    const names = [await nameOf(web(), component), await nameOf(web({ port: 81 }), component)];
    expect(names).toMatchInlineSnapshot(`
     [
       "shop-web-port-80-cc9027d2",
       "shop-web-port-81-c8502161",
     ]
    `);
  });
});
