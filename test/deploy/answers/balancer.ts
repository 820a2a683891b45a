/** A URL map of Google's load balancer, in Terraform's words, as much of it as is looked at. */
export interface UrlMap {
  readonly path_matcher: readonly {
    readonly route_rules: readonly {
      readonly match_rules: readonly {
        readonly path_template_match?: string;
        readonly header_matches?: readonly { readonly header_name: string; readonly exact_match: string }[];
      }[];
      readonly priority: number;
      /** The id of a backend service. */
      readonly service: string;
      readonly route_action?: { readonly fault_injection_policy?: unknown };
    }[];
  }[];
}

/** The backend service that a load balancer hands a request to; undefined if it answers that there is none. */
export function backendFor({ path_matcher: matchers }: UrlMap, method: string, path: string): string | undefined {
  const rules = matchers.flatMap(({ route_rules }) => route_rules).sort((a, b) => a.priority - b.priority);
  const found = rules.find(({ match_rules: matches }) =>
    matches.some(
      ({ path_template_match: template, header_matches: headers = [] }) =>
        (template === undefined || patternOf(template).test(path)) &&
        headers.every(({ header_name: name, exact_match: value }) => name === ':method' && value === method),
    ),
  );
  return found?.route_action?.fault_injection_policy === undefined ? found?.service : undefined;
}

/** What a template of a path matches: `{id=*}` is one part of it, `{rest=**}` is all that is left. */
const patternOf = (template: string): RegExp =>
  new RegExp(
    `^${template
      .replace(/[.+?^$()[\]\\|]/g, '\\$&')
      .replace(/\{\w+=(\*\*?)\}|\*\*?/g, (all, named?: string) => ((named ?? all) === '**' ? '.*' : '[^/]+'))}$`,
  );
