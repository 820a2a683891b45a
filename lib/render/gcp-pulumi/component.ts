import type { ComponentResource } from '@pulumi/pulumi';
import { planGcp } from '../../cloud/gcp/architecture';
import { renderComponent, type PreparedComponent, type RenderedComponent } from '../pulumi-component';
import { renderArchitecture, type RenderedArchitecture } from './architecture';
import { refuseSameNames } from './same-names';
import { placeOf } from './where';

/** Renders a prepared architecture below its component, in the place that the program passes, or that of its provider. */
export function renderBelow(
  component: ComponentResource,
  name: string,
  prepared: PreparedComponent,
): RenderedComponent<RenderedArchitecture> {
  const { architecture, env, archives, held } = prepared;
  const { where, explicit } = placeOf(component, prepared.given);
  refuseSameNames(component, name, prepared);
  const rendered = renderComponent(component, 'gcp', prepared, () =>
    renderArchitecture(component, name, planGcp(architecture, archives, env), where, held),
  );
  return { rendered, where: explicit };
}
