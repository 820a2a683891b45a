import type { Rule } from '../rule';

export const rule: Rule = {
  title: 'Route rules of a path matcher have priorities of their own, and templates of 5 variables and 255 characters.',
  sources: [
    'https://docs.cloud.google.com/load-balancing/docs/url-map-concepts#wildcards-regx-dynamic',
    'https://docs.cloud.google.com/compute/docs/reference/rest/v1/urlMaps',
  ],
  of: ['google_compute_url_map'],
  *check(map) {
    for (const matcher of map.all('path_matcher')) {
      const routes = matcher.all('route_rules');
      const priorities = routes.map((one) => one.number('priority'));
      if (new Set(priorities).size < priorities.length) yield 'has one priority twice';
      if (routes.length > 200) yield `has ${routes.length} routes`;
      for (const match of routes.flatMap((one) => one.all('match_rules'))) {
        const template = match.text('path_template_match');
        const variables = template.match(/\{[^}]*\}|\*+/g) ?? [];
        if (template.length > 255 || variables.length > 5) yield `matches ${template}`;
        if (/\*\*.*\//.test(template.replace(/^.*\{/, ''))) yield `matches ${template} in the middle`;
      }
    }
  },
  counterCase: (view) => {
    const [matcher] = view.one('google_compute_url_map').all('path_matcher');
    for (const route of matcher!.all('route_rules')) route.set('priority', 1);
  },
};
