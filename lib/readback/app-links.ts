import { nestedType, type Template } from './app-templates';
import type { Json } from './document';
import { joined, resolveEntry, resolveIntrinsics, type LogicalIds } from './intrinsics';
import { isMade, isPointer, Join, piecesOf, Pointer } from './made';
import { isObject } from './resource';

/** A chain of references through stacks that is longer leads back to where it began. */
const mostSteps = 20;

/** The type of the resource that copies values to a region. CDK creates it for `crossRegionReferences`. */
const writerType = 'Custom::CrossRegionExportWriter';

/**
 * The references between the templates of an app. The values that a stack exports, puts out, passes to a nested stack
 * or copies to another region are replaced by what they point at.
 *
 * - `Fn::ImportValue`: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-importvalue.html
 * - `Fn::GetStackOutput`, a weak reference to a plain output of another stack:
 *   https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-getstackoutput.html
 * - parameters and outputs of nested stacks:
 *   https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudformation-stack.html
 */
export class Links {
  private readonly ids = new Map<Template, LogicalIds>();

  constructor(
    private readonly templates: readonly Template[],
    /** The template with the architecture, whose addresses need no stack. */
    private readonly own: Template,
    /** The parameters of the architecture itself, which no stack around it passes. */
    private readonly ownParameters: readonly string[],
  ) {}

  /** The addresses of a template's resources by logical id: the path of the construct, or else the id. */
  addresses(template: Template): LogicalIds {
    const known = this.ids.get(template);
    if (known) return known;
    const prefix = template === this.own ? '' : `${template.stack}/`;
    const entries = Object.entries(sectionOf(template, 'Resources'));
    const ids: LogicalIds = new Map(entries.map(([id, body]) => [id, pathOf(body) ?? prefix + id]));
    this.ids.set(template, ids);
    return ids;
  }

  /** Resolves the references in a resource or in another entry of a template, also those into other templates. */
  resolve(entry: object, template: Template): Json {
    return this.follow(resolveEntry(entry, this.addresses(template)), template, 0) as Json;
  }

  /**
   * The properties of a resource without the values that it only passes on: those are followed to where they are used.
   */
  withoutPassedOn(type: unknown, id: string, body: Json, template: Template): Json {
    const { Properties: properties, ...others } = body;
    if (!isObject(properties)) return body;
    const { Parameters: _, TemplateURL: __, ...nested } = properties;
    if (type === nestedType && this.nestedIn(template, id)) return { ...others, Properties: nested };
    const { WriterProps: ___, ...writer } = properties;
    return type === writerType ? { ...others, Properties: writer } : body;
  }

  private nestedIn = (template: Template, id: string): Template | undefined =>
    this.templates.find(({ nested }) => nested?.in === template && nested.id === id);

  private follow(value: unknown, at: Template, steps: number): unknown {
    if (steps > mostSteps) return value;
    if (isPointer(value)) return this.target(value, at, steps) ?? value;
    if (value instanceof Join) return joined(value.join.flatMap((piece) => piecesOf(this.follow(piece, at, steps))));
    if (isMade(value)) return value;
    if (Array.isArray(value)) return value.map((item) => this.follow(item, at, steps));
    if (!isObject(value)) return value;
    const imported = this.imported(value, at, steps);
    if (imported !== undefined) return imported;
    return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, this.follow(child, at, steps)]));
  }

  private target({ at, attribute }: Pointer, template: Template, steps: number): unknown {
    if (at.startsWith('Parameters/')) return this.passed(at, attribute, template, steps);
    if (attribute.startsWith('Outputs.')) {
      const [id = ''] = [...this.addresses(template)].find(([, address]) => address === at) ?? [];
      const nested = this.nestedIn(template, id);
      return nested && this.output(nested, attribute.slice('Outputs.'.length), steps);
    }
    return attribute.startsWith('/cdk/exports/') ? this.copied(attribute, steps) : undefined;
  }

  /** The value of a nested stack's parameter in the template around it. */
  private passed(at: string, attribute: string, template: Template, steps: number): unknown {
    const { nested } = template;
    const name = at.slice('Parameters/'.length);
    if (template === this.own && this.ownParameters.includes(name)) return undefined;
    const around = nested && sectionOf(nested.in, 'Resources')[nested.id];
    const properties = isObject(around) ? around['Properties'] : undefined;
    const given =
      isObject(properties) && isObject(properties['Parameters']) ? properties['Parameters'][name] : undefined;
    if (nested && given !== undefined) return this.valueIn(nested.in, given, steps);
    return template === this.own ? undefined : new Pointer(`${template.stack}/${at}`, attribute);
  }

  /** The value that another template copies to a region under a name. */
  private copied(name: string, steps: number): unknown {
    for (const template of this.templates)
      for (const body of Object.values(sectionOf(template, 'Resources'))) {
        const { Type: type, Properties: properties } = isObject(body) ? body : {};
        const written = type === writerType && isObject(properties) ? properties['WriterProps'] : undefined;
        const values = isObject(written) && isObject(written['exports']) ? written['exports'] : {};
        if (Object.hasOwn(values, name)) return this.valueIn(template, values[name], steps);
      }
    return undefined;
  }

  /** The value of an export or output of another stack that a map asks for. */
  private imported(map: Json, at: Template, steps: number): unknown {
    const [[key, asked] = [], ...others] = Object.entries(map);
    if (others.length > 0) return undefined;
    if (key === 'Fn::ImportValue') {
      const name = nameOf(asked, at);
      const [found] = this.nearest(at, (template) => exportIn(template, name, this.addresses(template)));
      return found && this.output(found.template, found.value, steps);
    }
    if (key !== 'Fn::GetStackOutput' || !isObject(asked)) return undefined;
    const { StackName: stack, OutputName: output } = asked;
    if (typeof output !== 'string') return undefined;
    const name = nameOf(stack, at);
    const [found] = this.nearest(at, (template) =>
      !template.nested && template.stackName === name && output in sectionOf(template, 'Outputs') ? output : undefined,
    );
    return found && this.output(found.template, found.value, steps);
  }

  /** The templates that have something, first those of the same account, region and assembly. */
  private nearest<T>(to: Template, find: (template: Template) => T | undefined): { template: Template; value: T }[] {
    const distance = (template: Template) =>
      (template.environment === to.environment ? 0 : 2) + (template.folder === to.folder ? 0 : 1);
    return this.templates
      .flatMap((template) => {
        const value = find(template);
        return value === undefined ? [] : [{ template, value }];
      })
      .sort((a, b) => distance(a.template) - distance(b.template));
  }

  private output(template: Template, name: string, steps: number): unknown {
    const body = sectionOf(template, 'Outputs')[name];
    return isObject(body) ? this.valueIn(template, body['Value'], steps) : undefined;
  }

  private valueIn(template: Template, value: unknown, steps: number): unknown {
    return this.follow(resolveIntrinsics(value, this.addresses(template)), template, steps + 1);
  }
}

/** The output that a template exports under a name. */
function exportIn(template: Template, name: string | undefined, ids: LogicalIds): string | undefined {
  if (name === undefined) return undefined;
  const exported = Object.entries(sectionOf(template, 'Outputs')).find(([, body]) => {
    const written = isObject(body) && isObject(body['Export']) ? body['Export']['Name'] : undefined;
    return written !== undefined && nameOf(resolveIntrinsics(written, ids), template) === name;
  });
  return exported?.[0];
}

/** A text in which only the name of the stack itself may be a reference; undefined for any other value. */
function nameOf(value: unknown, { stackName }: Template): string | undefined {
  const texts = piecesOf(value).map((piece) =>
    isPointer(piece) && piece.at === 'AWS' && piece.attribute === 'StackName' ? stackName : piece,
  );
  return texts.every((text) => typeof text === 'string') ? texts.join('') : undefined;
}

const sectionOf = ({ body }: Template, section: string): Json => {
  const entries = body[section];
  return isObject(entries) && !Array.isArray(entries) ? entries : {};
};

/** The path of a resource's construct; undefined where an app writes none. */
export function pathOf(body: unknown): string | undefined {
  const { Metadata: metadata } = isObject(body) ? body : {};
  const path = isObject(metadata) ? metadata['aws:cdk:path'] : undefined;
  return typeof path === 'string' && path !== '' ? path : undefined;
}
