import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { bin } from '../../projects/run';
import { freePort, start, succeed } from '../command';
import { pathOf } from '../prepared';
import { services } from './ministack';

/** A cloud of one account and one region, in which CDK may deploy, and which enforces what IAM says. */
export interface Cloud {
  /** What a command has to know to reach it. */
  readonly env: Readonly<Record<string, string>>;
  /** Where all addresses that it gives out are answered: the header `host` tells them apart. */
  readonly gateway: string;
  /** Sends a command of AWS's SDK, such as `ListFunctions`, as the account's root. */
  send<Answer>(service: Service, command: string, input?: object): Promise<Answer>;
  /** Puts the clock of its queues and schedules forward, by seconds: what they wait for comes. */
  pass(seconds: number): void;
  /** What the clock of its queues and schedules shows, in milliseconds. */
  now(): number;
  /** Ends it, and with it all that is deployed there. */
  end(): Promise<void>;
}

export type Service = keyof typeof services;

/** The names of the needs that a cloud stands on. */
export const standing = ['ministack', 'node22', 'aws-sdk'];

export const account = '111122223333';
export const region = 'eu-west-1';
// The SDK would tell Node 20, which the project promises, that it's going to leave it.
const quiet = { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' };
const root = { accessKeyId: 'root', secretAccessKey: 'secret' };

/** Starts a cloud, and prepares it for CDK. */
export async function startCloud(): Promise<Cloud> {
  const folder = mkdtempSync(join(tmpdir(), 'triptych-cloud-'));
  const port = await freePort();
  const gateway = `http://127.0.0.1:${port}`;
  const env = {
    AWS_ENDPOINT_URL: gateway,
    AWS_ACCESS_KEY_ID: root.accessKeyId,
    AWS_SECRET_ACCESS_KEY: root.secretAccessKey,
    AWS_REGION: region,
    CDK_HOME: join(folder, 'cdk'),
    ...quiet,
  };
  const clock = join(folder, 'clock');
  const server = start([join(pathOf('ministack'), 'bin/python'), join(__dirname, 'ministack')], {
    cwd: folder,
    env: { ...env, ...settings(port), CLOCK_FILE: clock, TMPDIR: sandbox(folder) },
  });
  let fast = 0;
  const pass = (seconds: number) => {
    fast += seconds;
    writeFileSync(`${clock}.new`, String(fast));
    renameSync(`${clock}.new`, clock);
  };
  const end = async () => {
    server.kill();
    await server.ended;
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await server.said(/Running on/);
    await succeed([bin('cdk'), 'bootstrap', `aws://${account}/${region}`], { cwd: folder, env });
  } catch (error) {
    await end();
    throw error;
  }
  return { env, gateway, send: sender(gateway), pass, now: () => Date.now() + fast * 1000, end };
}

const settings = (port: number): Readonly<Record<string, string>> => ({
  BIND_HOST: '127.0.0.1',
  GATEWAY_PORT: String(port),
  // The end of the addresses that it gives out, which can't be a number.
  MINISTACK_HOST: 'localhost',
  MINISTACK_ACCOUNT_ID: account,
  MINISTACK_REGION: region,
  PERSIST_STATE: '0',
  // Roles and policies are enforced, and signatures checked.
  AUTH: 'true',
  // Before a function that failed is called again: a minute on AWS.
  LAMBDA_ASYNC_RETRY_BASE_SECONDS: '0.1',
  // Servers that nothing here needs.
  IOT_MTLS_ENABLED: '0',
  SFTP_ENABLED: '0',
  PATH: [pathOf('node22'), process.env.PATH].join(delimiter),
  PYTHONDONTWRITEBYTECODE: '1',
});

/** The folder in which functions are unpacked: below it, Node finds the SDK that is part of Lambda's runtimes. */
function sandbox(folder: string): string {
  const made = join(folder, 'functions');
  mkdirSync(made);
  symlinkSync(join(pathOf('aws-sdk'), 'node_modules'), join(made, 'node_modules'));
  return made;
}

type Sdk = Readonly<Record<string, new (input: object) => { send(command: object): Promise<unknown> }>>;

function sender(endpoint: string): Cloud['send'] {
  Object.assign(process.env, quiet);
  const load = createRequire(join(pathOf('aws-sdk'), 'package.json'));
  const clients = new Map<Service, InstanceType<Sdk[string]>>();
  return async <Answer>(service: Service, command: string, input: object = {}) => {
    const sdk = load(`@aws-sdk/client-${service}`) as Sdk;
    const options = { endpoint, region, credentials: root };
    const client = clients.get(service) ?? new sdk[services[service]]!(options);
    clients.set(service, client);
    return (await client.send(new sdk[`${command}Command`]!(input))) as Answer;
  };
}
