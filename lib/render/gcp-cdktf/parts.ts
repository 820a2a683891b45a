import { Token, type ITerraformDependable } from 'cdktf';
import type { PlanText } from '../../cloud/part';
import type { GcpWait } from '../../cloud/gcp/wait';
import { isEngineValue } from '../../model/engine-value';
import type { ElementId } from '../../model/name';
import { PartTable } from '../part-table';
import type { Where } from './where';

/** The parts of a plan, as CDKTF's tokens. */
export class Parts extends PartTable<string> {
  /** The build account's permissions, which the wait for the first build follows. */
  readonly buildRoles: ITerraformDependable[] = [];
  /** The first versions of secrets, each with the secret that it fills. */
  private readonly versions = new Map<ElementId, ITerraformDependable>();
  private readonly enabled = new Map<string, ITerraformDependable>();
  private readonly waysOut: ITerraformDependable[] = [];
  private readonly waits = new Map<GcpWait, ITerraformDependable>();

  constructor(
    private readonly where: Where,
    held: Readonly<Record<string, unknown>>,
  ) {
    super(held);
  }

  /** Remembers that a service of Google's was switched on. */
  enable(service: string, resource: ITerraformDependable): void {
    this.enabled.set(service, resource);
  }

  /** The enabled APIs that must exist before something that needs them. */
  needs(services: readonly string[]): ITerraformDependable[] {
    return services.map((service) => this.enabled.get(service)!);
  }

  /** Remembers a wait of the foundation. */
  wait(name: GcpWait, resource: ITerraformDependable): void {
    this.waits.set(name, resource);
  }

  /** The wait that something follows, if it follows one. */
  waited(name: GcpWait | undefined): ITerraformDependable[] {
    return name === undefined ? [] : [this.waits.get(name)!];
  }

  /** Remembers the way of the network to the internet. */
  way(resource: ITerraformDependable): void {
    this.waysOut.push(resource);
  }

  /** Resources that must exist before something in the network reaches the internet; `use` is its place there, if it is in it. */
  ways(use: object | undefined): ITerraformDependable[] {
    return use === undefined ? [] : [...this.waysOut];
  }

  /** Remembers the version that fills a secret: without it, the secret has no value to read. */
  fill(secret: ElementId, version: ITerraformDependable): void {
    this.versions.set(secret, version);
  }

  /** The resources that must exist before something reads the values of these secrets; each once. Existing secrets have values. */
  filled(secrets: readonly ElementId[]): ITerraformDependable[] {
    return [...new Set(secrets)].flatMap((secret) => this.versions.get(secret) ?? []);
  }

  text(text: PlanText): string {
    return text
      .map((piece) => {
        if (typeof piece === 'string') return text.length > 1 ? besideTokens(piece) : literal(piece);
        if (isEngineValue(piece)) return Token.asString(this.given(piece));
        return 'place' in piece ? this.where[piece.place as keyof Where] : this.token(piece);
      })
      .join('');
  }

  texts(texts: Readonly<Record<string, PlanText>>): Record<string, string> {
    return Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, this.text(text)]));
  }
}

/**
 * CDKTF passes a literal through, and Terraform would expand it. The replacements are functions, since a dollar sign
 * in a replacement's text has a meaning of its own.
 */
const literal = (text: string): string => escaped(text.replaceAll('${', () => '$${'));

/** Writes dollars before a token as expressions: CDKTF reads an open brace there as the start of an expression. */
const besideTokens = (text: string): string =>
  escaped(text.replace(/\$+(?=\{|$)/g, (dollars) => '${"$"}'.repeat(dollars.length)));

const escaped = (text: string): string =>
  text
    .replaceAll('%{', () => '%%{')
    // CDKTF looks for its tokens in every text: what only looks like one is put together by Terraform.
    .replaceAll('{TfToken[', () => '{Tf${"Token"}[');
