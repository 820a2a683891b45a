import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { EngineClient } from '@pulumi/pulumi/proto/engine_grpc_pb';
import { LogRequest, LogSeverity } from '@pulumi/pulumi/proto/engine_pb';
import { LanguageRuntimeService } from '@pulumi/pulumi/proto/language_grpc_pb';
import {
  GetRequiredPackagesResponse,
  LanguageHandshakeResponse,
  RunResponse,
  type LanguageHandshakeRequest,
  type RunRequest,
} from '@pulumi/pulumi/proto/language_pb';
import { PluginInfo } from '@pulumi/pulumi/proto/plugin_pb';
import { loadGrpc } from '../../../lib/synth/pulumi/sdk';
import { serve, type Call, type Served } from './grpc';

/** With what the host for programs exits that has told the engine already what went wrong. */
const toldAlready = 32;

/**
 * Pulumi's language host for Node: it starts programs. The real one comes with Pulumi's own downloads alone, so
 * this one does the same for one run of the command line, which attaches to it.
 *
 * @param env the environment of the programs
 */
export function serveLanguageHost(env: NodeJS.ProcessEnv): Promise<Served> {
  let engine = '';
  return serve(LanguageRuntimeService, {
    handshake(request: LanguageHandshakeRequest) {
      engine = request.getEngineAddress();
      return new LanguageHandshakeResponse();
    },
    getPluginInfo: () => new PluginInfo().setVersion('3.0.0'),
    // The providers are attached, so there is none that the engine has to find.
    getRequiredPackages: () => new GetRequiredPackagesResponse(),
    run: (request: RunRequest, call: Call) => runProgram(request, engine, env, call),
  });
}

async function runProgram(
  request: RunRequest,
  engine: string,
  env: NodeJS.ProcessEnv,
  { gone }: Call,
): Promise<RunResponse> {
  const info = request.getInfo()!;
  const folder = info.getProgramDirectory();
  const { nodeargs = '', typescript = true } = info.getOptions()!.toJavaScript() as {
    nodeargs?: string;
    typescript?: boolean;
  };
  const command = [
    ...nodeargs.split(' '),
    createRequire(join(folder, 'index.js')).resolve('@pulumi/pulumi/cmd/run'),
    ...['--project', request.getProject(), '--stack', request.getStack(), '--organization', request.getOrganization()],
    ...['--root-directory', info.getRootDirectory(), '--pwd', request.getPwd()],
    ...['--parallel', String(request.getParallel()), ...(request.getDryrun() ? ['--dry-run'] : [])],
    ...['--monitor', request.getMonitorAddress(), '--engine', engine, info.getEntryPoint()],
  ];
  const program = spawn(process.execPath, command, {
    cwd: folder,
    env: {
      ...env,
      PULUMI_CONFIG: JSON.stringify(Object.fromEntries(request.getConfigMap().toArray())),
      PULUMI_CONFIG_SECRET_KEYS: JSON.stringify(request.getConfigsecretkeysList()),
      PULUMI_NODEJS_TYPESCRIPT: String(typescript),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    signal: gone,
    killSignal: 'SIGKILL',
  });
  const said = printTo(engine);
  program.stdout.setEncoding('utf8').on('data', said.print);
  program.stderr.setEncoding('utf8').on('data', said.print);
  const code = await new Promise<number | null>((resolve, reject) => program.on('error', reject).on('close', resolve));
  await said.end();
  if (code === 0) return new RunResponse();
  if (code === toldAlready) return new RunResponse().setBail(true);
  return new RunResponse().setError(`Program exited with non-zero exit code: ${code}`);
}

/** What a program prints is shown by the engine, as information. */
function printTo(address: string): { print(text: string): void; end(): Promise<unknown> } {
  const client = new EngineClient(address, loadGrpc().credentials.createInsecure());
  const sent: Promise<void>[] = [];
  const print = (text: string) => {
    const message = new LogRequest().setSeverity(LogSeverity.INFO).setMessage(text);
    sent.push(new Promise((resolve) => client.log(message, () => resolve())));
  };
  return { print, end: () => Promise.all(sent).finally(() => client.close()) };
}
