import { getAvailabilityZonesOutput, getCallerIdentityOutput, getPartitionOutput, getRegionOutput } from '@pulumi/aws';
import { getSubnetsOutput, getVpcOutput } from '@pulumi/aws/ec2';
import { getParameterOutput } from '@pulumi/aws/ssm';
import { getProjectOutput } from '@pulumi/gcp/organizations';
import { interpolate, output, runtime } from '@pulumi/pulumi';
import { record } from './record';

test('invoke: records a result as a reference to the invoke, which is recorded once', async () => {
  const recording = await record(() => {
    const vpc = getVpcOutput({ default: true });
    const subnets = getSubnetsOutput({ filters: [{ name: 'vpc-id', values: [vpc.id] }] });
    return { id: vpc.id, block: getVpcOutput({ default: true }).cidrBlock, given: vpc.default, subnets: subnets.id };
  });
  const [subnets, vpc] = recording.invokes;
  expect(recording.invokes).toHaveLength(2);
  expect(vpc).toMatchObject({ token: 'aws:ec2/getVpc:getVpc', args: { default: true } });
  const id = { $ref: { invoke: vpc!.id, path: ['id'] } };
  expect(subnets!.args).toEqual({ filters: [{ name: 'vpc-id', values: [id] }] });
  expect(recording.outputs).toEqual({
    id,
    block: { $ref: { invoke: vpc!.id, path: ['cidrBlock'] } },
    given: true,
    subnets: { $ref: { invoke: subnets!.id, path: ['id'] } },
  });
});

test('invoke: records a list, a joined list and each of its elements as references', async () => {
  const recording = await record(() => {
    const { ids } = getSubnetsOutput({});
    return {
      whole: ids,
      more: ids.apply((all) => [...all, 'x']),
      joined: ids.apply((all) => all.join(',')),
      made: ids.apply((all) => all.map((id) => `arn/${id}`)),
    };
  });
  const invoke = 'aws:ec2/getSubnets:getSubnets';
  const each = { $ref: { invoke, path: ['ids', '*'] } };
  expect(recording.outputs).toEqual({
    whole: { $ref: { invoke, path: ['ids'] } },
    more: [each, 'x'],
    joined: each,
    made: [{ $join: ['arn/', each] }],
  });
});

test('invoke: distinguishes zones', async () => {
  const recording = await record(() => {
    const { names } = getAvailabilityZonesOutput({ state: 'available' });
    return { second: names[1], two: names.apply((all) => all.slice(0, 2)), all: names };
  });
  const invoke = recording.invokes[0]!.id;
  const zone = (index: string) => ({ $ref: { invoke, path: ['names', index] } });
  expect(recording.outputs).toEqual({
    second: zone('1'),
    two: [zone('0'), zone('1')],
    all: { $ref: { invoke, path: ['names'] } },
  });
});

test('invoke: records account, region and project as references', async () => {
  const recording = await record(() => ({
    region: getRegionOutput().region,
    account: interpolate`arn:${getPartitionOutput().partition}:${getCallerIdentityOutput().accountId}`,
    number: getProjectOutput().number,
    project: getProjectOutput().projectId,
  }));
  const of = (invoke: string, name: string) => ({ $ref: { invoke, path: [name] } });
  expect(recording.outputs).toEqual({
    region: of('aws:index/getRegion:getRegion', 'region'),
    account: {
      $join: [
        'arn:',
        of('aws:index/getPartition:getPartition', 'partition'),
        ':',
        of('aws:index/getCallerIdentity:getCallerIdentity', 'accountId'),
      ],
    },
    number: of('gcp:organizations/getProject:getProject', 'number'),
    project: of('gcp:organizations/getProject:getProject', 'projectId'),
  });
});

test('invoke: records the value of a parameter as plain text, as its provider returns it', async () => {
  const recording = await record(() => ({ value: getParameterOutput({ name: '/a' }).value }));
  const invoke = recording.invokes[0]!.id;
  expect(invoke).toMatch(/^aws:ssm\/getParameter:getParameter#[0-9a-f]{8}$/);
  expect(recording.outputs.value).toEqual({ $ref: { invoke, path: ['value'] } });
});

test("invoke: accepts the caller's results, with references inside documents", async () => {
  const answers = {
    'gcp:x/getDocument:getDocument': (_: unknown, { ref }: { ref: (...path: string[]) => string }) => ({
      data: JSON.stringify({ network: ref('data', 'network') }),
    }),
  };
  const recording = await record(
    () => {
      const document = output(runtime.invoke('gcp:x/getDocument:getDocument', {}) as Promise<{ data: string }>);
      return { network: document.apply(({ data }) => (JSON.parse(data) as { network: string }).network) };
    },
    { answers },
  );
  expect(recording.outputs.network).toEqual({
    $ref: { invoke: 'gcp:x/getDocument:getDocument', path: ['data', 'network'] },
  });
});

test('invoke: fails on an invoke that no SDK declares', async () => {
  const recording = record(() => ({ x: output(runtime.invoke('nobody:x/getY:getY', {})) }));
  await expect(recording).rejects.toThrow(
    'nobody:x/getY:getY: no SDK declares the result of this invoke; provide it in answers',
  );
});
