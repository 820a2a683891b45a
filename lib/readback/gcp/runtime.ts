const runtimes: Readonly<Record<string, string>> = {
  nodejs22: 'nodejs22',
  nodejs24: 'nodejs24',
  python312: 'python3.12',
  python313: 'python3.13',
  python314: 'python3.14',
  go126: 'go1.26',
  go127: 'go1.27',
  java21: 'java21',
  java25: 'java25',
  dotnet10: 'dotnet10',
  ruby34: 'ruby3.4',
  ruby40: 'ruby4.0',
};

/** The model's name of a Cloud Functions runtime. */
export const readRuntime = (value: unknown): string | undefined =>
  typeof value === 'string' && Object.hasOwn(runtimes, value) ? runtimes[value] : undefined;
