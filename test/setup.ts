// CDK checks every template with a WebAssembly of its own, for about a second each: one test switches it on again.
process.env['CDK_VALIDATION'] = 'false';

// CDKTF and Pulumi record where each of their objects was made. No test reads that, but Jest maps every frame of it to its
// source, which takes half of the time of a rendering.
const mapped = Error.prepareStackTrace;
const engine = /\/node_modules\/(?:cdktf|@pulumi\/pulumi)\//;
if (mapped)
  Error.prepareStackTrace = (error, frames) =>
    !error.message && engine.test(frames[0]?.getFileName() ?? '') ? error.name : mapped(error, frames);
