/** Lambda's runtimes whose names aren't the model's own. */
const others: Readonly<Record<string, string>> = {
  'nodejs22.x': 'nodejs22',
  'nodejs24.x': 'nodejs24',
  // The runtime for executables. Only Go uses it here, and a runtime name doesn't have Go's version.
  'provided.al2023': 'go',
};

const own = ['python3.12', 'python3.13', 'python3.14', 'java21', 'java25', 'dotnet10', 'ruby3.4', 'ruby4.0'];

/** The model's name of a Lambda runtime. */
export function readRuntime(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  return own.includes(value) ? value : Object.hasOwn(others, value) ? others[value] : undefined;
}
