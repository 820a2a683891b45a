import type { Cloud } from './cloud';

/** A statement of a policy, as far as it's looked at. */
export interface Statement {
  readonly Action: string | readonly string[];
  readonly Resource: string | readonly string[];
}

interface Listed<Item> {
  readonly Items: readonly Item[];
}

const namesOf = async ({ send }: Cloud): Promise<readonly string[]> => {
  const { Functions } = await send<{ Functions: { FunctionName: string }[] }>('lambda', 'ListFunctions');
  return Functions.map(({ FunctionName }) => FunctionName);
};

/** The name of the one function whose name holds a word. */
export async function functionNamed(word: string, cloud: Cloud): Promise<string> {
  const found = (await namesOf(cloud)).filter((name) => name.includes(word));
  if (found.length !== 1) throw new Error(`${found.length} functions hold ${word} in their names`);
  return found[0]!;
}

/** How many workers are held ready under an alias, and whether they are; undefined if none is asked for. */
export async function provisionedOn(alias: string, name: string, { send }: Cloud): Promise<object | undefined> {
  try {
    const { Status, AvailableProvisionedConcurrentExecutions } = await send<Record<string, unknown>>(
      'lambda',
      'GetProvisionedConcurrencyConfig',
      { FunctionName: name, Qualifier: alias },
    );
    return { Status, AvailableProvisionedConcurrentExecutions };
  } catch (error) {
    return none(error, 'ProvisionedConcurrencyConfigNotFoundException');
  }
}

/** The functions, with their qualifiers, that the policies of a function let others call. */
async function permittedOn(name: string, { send }: Cloud): Promise<readonly string[]> {
  // MiniStack tells of all qualifiers where none is asked for.
  const { Policy } = await send<{ Policy: string }>('lambda', 'GetPolicy', { FunctionName: name });
  return (JSON.parse(Policy) as { Statement: Statement[] }).Statement.flatMap(({ Resource }) => Resource);
}

/** By what name each function is called by everything that calls one: APIs, URLs, and whoever a permission lets in. */
export async function calledAs(cloud: Cloud): Promise<readonly string[]> {
  const names = await namesOf(cloud);
  const called = await Promise.all([
    integrated(cloud),
    ...names.flatMap((name) => [permittedOn(name, cloud), urlsOf(name, cloud)]),
  ]);
  return called.flat();
}

async function integrated({ send }: Cloud): Promise<readonly string[]> {
  const { Items: apis } = await send<Listed<{ ApiId: string }>>('apigatewayv2', 'GetApis');
  const lists = await Promise.all(
    apis.map(({ ApiId }) => send<Listed<{ IntegrationUri: string }>>('apigatewayv2', 'GetIntegrations', { ApiId })),
  );
  return lists.flatMap(({ Items }) => Items.map(({ IntegrationUri }) => IntegrationUri));
}

/** The qualifiers of a function that have a URL. MiniStack's lists of URLs leave them out, so each is asked for. */
async function urlsOf(FunctionName: string, { send }: Cloud): Promise<readonly string[]> {
  const found = await Promise.all(
    [undefined, 'live'].map(async (Qualifier) => {
      const input = { FunctionName, Qualifier };
      const name = ['function', FunctionName, ...(Qualifier ? [Qualifier] : [])].join(':');
      const asked = send('lambda', 'GetFunctionUrlConfig', input).then(() => [name]);
      return asked.catch((error: unknown) => none(error, 'ResourceNotFoundException') ?? []);
    }),
  );
  return found.flat();
}

/** Nothing, if that is what an error says; else throws it. */
function none(error: unknown, saying: string): undefined {
  if (!(error instanceof Error) || error.name !== saying) throw error;
}
