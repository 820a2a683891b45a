import type { Rule } from '../rule';

const reserved = `_HANDLER _X_AMZN_TRACE_ID AWS_DEFAULT_REGION AWS_REGION AWS_EXECUTION_ENV AWS_LAMBDA_FUNCTION_NAME
  AWS_LAMBDA_FUNCTION_MEMORY_SIZE AWS_LAMBDA_FUNCTION_VERSION AWS_LAMBDA_INITIALIZATION_TYPE AWS_LAMBDA_LOG_GROUP_NAME
  AWS_LAMBDA_LOG_STREAM_NAME AWS_ACCESS_KEY AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY AWS_SESSION_TOKEN
  AWS_LAMBDA_RUNTIME_API LAMBDA_TASK_ROOT LAMBDA_RUNTIME_DIR AWS_LAMBDA_MAX_CONCURRENCY AWS_LAMBDA_METADATA_API
  AWS_LAMBDA_METADATA_TOKEN`.split(/\s+/);

export const rule: Rule = {
  title: 'Lambda reserves names of environment variables, and others have two characters or more.',
  sources: [
    'https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html#configuration-envvars-runtime',
    'https://docs.aws.amazon.com/lambda/latest/api/API_Environment.html',
  ],
  of: ['AWS::Lambda::Function'],
  where: (handler) => handler.entries('Environment.Variables').length > 0,
  *check(handler) {
    for (const [name] of handler.entries('Environment.Variables')) {
      if (reserved.includes(name)) yield `sets ${name}, which Lambda reserves`;
      if (!/^[a-zA-Z][a-zA-Z0-9_]+$/.test(name)) yield `sets ${name}, which is no name there`;
    }
  },
  counterCase: (view) => {
    view
      .one('AWS::Lambda::Function', (one) => one.entries('Environment.Variables').length > 0)
      .set('Environment.Variables', { AWS_REGION: 'x' });
  },
};
