// CDK checks every template with a WebAssembly of its own, for about a second each: one test switches it on again.
process.env['CDK_VALIDATION'] = 'false';
