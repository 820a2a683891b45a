import { refer } from '../reference';
import { Resource, View } from '../view';

type Json = Record<string, unknown>;

const places: Readonly<Record<string, string>> = {
  'AWS::Region': 'region',
  'AWS::AccountId': 'account',
  'AWS::Partition': 'partition',
};

/** A reference to a resource, or to a place. */
const pointer = (id: string, attribute: string): string =>
  id.startsWith('AWS::') ? refer('', places[id] ?? id) : refer(id, attribute);

/** A value with its intrinsic functions as text. What a function computes is what it computes it from. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  const [[name, argument] = ['', undefined], ...others] = Object.entries(value);
  if (others.length === 0) {
    if (name === 'Ref') return pointer(String(argument), '');
    if (name === 'Fn::GetAtt') {
      const [id, attribute] = argument as [string, string];
      return pointer(id, attribute);
    }
    if (name === 'Fn::Join') {
      const [separator, parts] = argument as [string, unknown];
      return [plain(parts)].flat().join(separator);
    }
    if (name === 'Fn::Sub' && typeof argument === 'string')
      return argument.replace(/\$\{([^!}.]+)(?:\.([^}]+))?\}/g, (_, id: string, attribute?: string) =>
        pointer(id, attribute ?? ''),
      );
    if (name === 'Fn::Select' && 'Fn::GetAZs' in Object((argument as unknown[])[1]))
      return `zone ${String((argument as unknown[])[0])}`;
    if (name === 'Fn::Select') return [plain((argument as unknown[])[1])].flat().join('');
    if (name === 'Fn::Split') return plain((argument as unknown[])[1]);
  }
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, plain(one)]));
}

interface Written {
  readonly Type: string;
  readonly Properties?: Json;
  readonly DependsOn?: string | readonly string[];
}

/** The resources of a template. */
export function viewTemplate({ Resources = {} }: { Resources?: Readonly<Record<string, Written>> }): View {
  const resources = Object.entries(Resources).map(([id, { Type, Properties = {}, DependsOn = [], ...options }]) => {
    return new Resource(id, Type, plain(Properties) as Json, [DependsOn].flat(), {}, options);
  });
  return new View('aws-cdk', 'aws', resources);
}
