import { fn, onAws, onGcp, said, service } from './said';

const all = (...names: string[]) => Object.fromEntries(names.map((name) => [name, 'x']));

describe('names of environment variables that a cloud reserves', () => {
  // https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html#configuration-envvars-runtime
  const allowedByLambda = all(
    'AWS_LAMBDA_EXEC_WRAPPER',
    'AWS_NODEJS_CONNECTION_REUSE_ENABLED',
    'TZ',
    'PORT',
    'K_MEANS',
    'FUNCTION_NAME',
    'X_GOOGLE_X',
  );

  test('are allowed on the other cloud', () => {
    expect(said({ ...onAws, ...fn({ environment: allowedByLambda }) })).toEqual([]);
    expect(said({ ...onAws, ...service({ environment: all('PORT', 'K_SERVICE') }) })).toEqual([]);
    expect(said({ ...onGcp, ...fn({ environment: all('AWS_REGION', '_HANDLER', 'X', 'Ref') }) })).toEqual([]);
    expect(said({ ...onGcp, ...service({ environment: all('ECS_AGENT_URI') }) })).toEqual([]);
  });

  test('fail on both clouds, each named once', () => {
    expect(said(fn({ environment: all('AWS_SESSION_TOKEN', 'K_MEANS') }))).toEqual([
      'functions.a.environment.AWS_SESSION_TOKEN: is reserved by Lambda on AWS (choose another name)',
      'functions.a.environment.K_MEANS: is reserved by Cloud Functions on Google Cloud (choose another name)',
    ]);
    expect(said({ ...onGcp, ...service({ environment: all('X_GOOGLE_X') }) })).toEqual([
      'services.web.environment.X_GOOGLE_X: is reserved by Cloud Run on Google Cloud (choose another name)',
    ]);
  });
});

describe('the size of an environment', () => {
  const big = (bytes: number) => ({ environment: { BIG: 'x'.repeat(bytes) } });

  test('of a function on gcp is at most 32 KiB in total', () => {
    expect(said({ ...onGcp, ...fn(big(32_765)) })).toEqual([]);
    expect(said({ ...onGcp, ...fn(big(32_766)) })).toEqual([
      "functions.a.environment: must be at most 32768 bytes in total on gcp, got about 32769 (Cloud Functions' limit; ship large values with the code)",
    ]);
  });

  test('of a service on gcp is at most 32 KiB a value, and 1000 variables', () => {
    expect(said({ ...onGcp, ...service(big(32_768)) })).toEqual([]);
    expect(said({ ...onGcp, ...service(big(32_769)) })).toEqual([
      "services.web.environment.BIG: must be at most 32768 bytes on gcp, got about 32769 (Cloud Run's limit; ship large values with the image)",
    ]);
    const many = all(...Array.from({ length: 1_001 }, (_, index) => `V${index}`));
    expect(said({ ...onGcp, ...service({ environment: many }) })).toEqual([
      "services.web.environment: must be at most 1000 variables on gcp, got 1001 (Cloud Run's limit; put several values into one variable)",
    ]);
  });

  test('of a service on aws counts with the rest of its task definition', () => {
    expect(said({ ...onAws, ...service(big(63_000)) })).toEqual([]);
    expect(said({ ...onAws, ...service(big(65_536)) })).toEqual([
      expect.stringMatching(
        /^services\.web\.environment: must keep the task definition at 65536 bytes or less on aws, got about 67\d\d\d \(ECS's limit; /,
      ),
    ]);
    expect(said({ ...onAws, ...service({ command: ['x'.repeat(65_536)] }) })).toHaveLength(1);
  });
});
