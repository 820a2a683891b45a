import type { Runtime } from '../../model/function';
import type { Finding, Path } from '../../model/problem';

/** https://docs.aws.amazon.com/lambda/latest/api/API_CreateFunction.html */
const longest = 128;

/** The form in which a runtime reads a handler. */
interface Form {
  readonly handler: RegExp;
  /** In words, with an example. */
  readonly shown: string;
}

/** Each runtime reads its handler when the first call arrives: a wrong one deploys, and fails every call. */
const forms: readonly (readonly [runtime: RegExp, Form])[] = [
  // https://github.com/aws/aws-lambda-nodejs-runtime-interface-client: the last segment is split at its first dot, and `..` is refused.
  [/^nodejs/, { handler: /^(?!.*\.\.)(?:.*\/)?[^./]+(?:\.[^./]+)+$/, shown: 'file.export, such as index.handler' }],
  // https://github.com/aws/aws-lambda-python-runtime-interface-client: split at its last dot, with slashes as dots.
  [/^python/, { handler: /^[^./]+(?:[./][^./]+)*\.[^./]+$/, shown: 'module.function, such as main.handler' }],
  // https://github.com/aws/aws-lambda-ruby-runtime-interface-client: two or three parts between dots.
  [/^ruby/, { handler: /^[^.]+\.[^.]+(?:\.[^.]+)?$/, shown: 'file.method or file.Class.method, such as app.handler' }],
  // https://docs.aws.amazon.com/lambda/latest/dg/java-handler.html
  [
    /^java/,
    {
      handler: /^[^.:]+(?:\.[^.:]+)*(?:::[^.:]+)?$/,
      shown: 'package.Class or package.Class::method, such as com.example.Orders::handle',
    },
  ],
  // https://docs.aws.amazon.com/lambda/latest/dg/csharp-handler.html
  [/^dotnet/, { handler: /^[^:]+(?:::[^:]+::[^:]+)?$/, shown: 'Assembly or Assembly::Namespace.Class::Method' }],
];

/** Handlers that Lambda or a function's runtime doesn't accept. */
export function handlerProblems(path: Path, runtime: Runtime, handler: string | undefined): Finding[] {
  if (handler === undefined) return [];
  if (!/^\S+$/.test(handler) || handler.length > longest) {
    return [
      {
        path,
        message: `must be 1 to ${longest} characters without spaces on aws, got ${JSON.stringify(handler)}`,
      },
    ];
  }
  const form = forms.find(([runtimes]) => runtimes.test(runtime))?.[1];
  if (!form || form.handler.test(handler)) return [];
  return [
    {
      path,
      message: `must be ${form.shown}, for ${runtime} on aws, got ${JSON.stringify(handler)}`,
      hint: 'with another handler, every call would fail',
    },
  ];
}
