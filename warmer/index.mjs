/*
 * Keeps a pool of a Lambda function's workers warm. A schedule invokes it every few minutes with
 *
 *   { "alias": "arn:aws:lambda:eu-central-1:123456789012:function:count:live", "instances": 3 }
 *
 * `alias` is the ARN of the alias that callers use: workers of any other version serve nobody. `instances` is how many
 * workers to keep warm, 1 to 1,000. The warmer invokes the alias that often at once, with the payload
 *
 *   { "warmer": true, "concurrency": 3 }
 *
 * and waits for every answer. Lambda gives an invocation a worker of its own only while all others are busy, so that
 * the invocations must overlap: code that knows these calls waits a moment before it answers
 *
 *   { "warmer": true, "instance": "<what tells its worker from others>" }
 *
 * Code that doesn't know them may answer anything; its workers are counted as unknown. One line of JSON says what came
 * of it. If an invocation failed, the warmer fails as well, so that the schedule's owner learns of it.
 *
 * It runs on Node 22 as it is: `@aws-sdk/client-lambda` is part of Lambda's runtime.
 */
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';

const mostInstances = 1_000;
const aliasArn = /^arn:[^:]+:lambda:[^:]+:\d+:function:[^:]+:[^:]+$/;

/** What is left of the warmer's own time to say what came of the invocations, in milliseconds. */
const reserveMilliseconds = 1_000;

/** More different reasons than these are counted together, each cut to so many characters: a log line has its limits. */
const mostReasons = 10;
const longestReason = 300;

/**
 * @param {{ alias: string, instances: number }} event
 * @param {{ getRemainingTimeInMillis(): number }} context
 * @returns what is logged
 * @throws Error for an event of another form, and if an invocation failed or wasn't answered in time
 */
export async function handler(event, context) {
  const { alias, instances } = checked(event);
  const start = Date.now();
  const results = await invokeAtOnce(alias, instances, context.getRemainingTimeInMillis() - reserveMilliseconds);

  const failures = results.filter(({ failure }) => failure !== undefined);
  const told = results.map(({ instance }) => instance).filter((instance) => instance !== undefined);
  const report = {
    alias,
    invocations: instances,
    /** Distinct workers that answered, of those that said which they are. */
    instances: new Set(told).size,
    /** Answers that didn't say from which worker they came. */
    unknown: instances - failures.length - told.length,
    failed: failures.length,
    reasons: countReasons(failures),
    milliseconds: Date.now() - start,
  };
  console.log(JSON.stringify(report));
  if (report.failed > 0) {
    const reasons = Object.entries(report.reasons).map(([reason, count]) => `${count} × ${reason}`);
    throw new Error(`${alias}: ${report.failed} of ${instances} warm-up calls failed (${reasons.join('; ')})`);
  }
  return report;
}

function checked(event) {
  const { alias, instances } = event ?? {};
  if (typeof alias !== 'string' || !aliasArn.test(alias)) {
    throw new Error(`alias: must be the ARN of a function's alias, got ${JSON.stringify(alias)}`);
  }
  if (!Number.isInteger(instances) || instances < 1 || instances > mostInstances) {
    throw new Error(`instances: must be a whole number from 1 to ${mostInstances}, got ${JSON.stringify(instances)}`);
  }
  return { alias, instances };
}

/** Invokes `alias` so many times, all at once. Never rejects: a result has an `instance`, a `failure`, or neither. */
async function invokeAtOnce(alias, instances, milliseconds) {
  // With the SDK's default of 50 sockets, the 51st invocation would wait until a worker is free, and find it warm.
  const agent = { maxSockets: instances };
  // A client for each round: what a frozen worker left open minutes ago is closed at the other end by now.
  const client = new LambdaClient({
    requestHandler: { httpsAgent: agent, httpAgent: agent },
    // One that is tried again later doesn't overlap with the others, and would hide that a worker wasn't warmed.
    maxAttempts: 1,
  });
  const command = {
    FunctionName: alias,
    InvocationType: 'RequestResponse',
    Payload: JSON.stringify({ warmer: true, concurrency: instances }),
  };
  const invoke = async () => {
    try {
      const abortSignal = AbortSignal.timeout(Math.max(milliseconds, 0));
      return resultOf(await client.send(new InvokeCommand(command), { abortSignal }));
    } catch (error) {
      if (error.name === 'AbortError') return { failure: `no answer within ${Math.round(milliseconds / 1_000)} s` };
      return { failure: `${error.name}: ${error.message}` };
    }
  };
  try {
    return await Promise.all(Array.from({ length: instances }, invoke));
  } finally {
    client.destroy();
  }
}

function resultOf({ FunctionError, Payload }) {
  const answer = parsed(Payload?.transformToString());
  if (FunctionError !== undefined) {
    const { errorType = FunctionError, errorMessage = 'no message' } = answer ?? {};
    return { failure: `${errorType}: ${errorMessage}` };
  }
  return answer?.warmer === true && typeof answer.instance === 'string' ? { instance: answer.instance } : {};
}

/** What a function answers needn't be JSON, and may be nothing. */
function parsed(text = '') {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** How often each reason was given. */
function countReasons(failures) {
  const counts = new Map();
  for (const { failure } of failures) {
    // Lambda begins some messages with the invocation's id, which would make each a reason of its own.
    const reason = failure.replace(/RequestId: [0-9a-f-]+ /, '').slice(0, longestReason);
    const key = counts.has(reason) || counts.size < mostReasons ? reason : 'other reasons';
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return Object.fromEntries(counts);
}
