import { runInThisContext } from 'node:vm';

// CDK checks every template with a WebAssembly of its own, for about a second each: one test switches it on again.
process.env['CDK_VALIDATION'] = 'false';

// CDKTF and Pulumi record where each of their objects and promises was made. No test reads that, but Jest maps every frame
// of it to its source, which takes half of the time of a rendering. Jest's own way is set outside of the tests' context.
const outside = runInThisContext('Error') as ErrorConstructor;
const engine = /\/node_modules\/(?:cdktf|@pulumi\/pulumi)\//;
Error.prepareStackTrace = (error, frames) => {
  const isRecord = !error.message && engine.test(frames[0]?.getFileName() ?? '');
  return isRecord || !outside.prepareStackTrace ? String(error) : outside.prepareStackTrace(error, frames);
};
