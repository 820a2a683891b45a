import type { ComponentResource } from '@pulumi/pulumi';
import { planAws } from '../../cloud/aws/architecture';
import { renderComponent, type PreparedComponent, type RenderedComponent } from '../pulumi-component';
import { renderArchitecture, type RenderedArchitecture } from './architecture';
import { placeOf } from './where';

/** Renders a prepared architecture below its component, in the place of the component's provider. */
export function renderBelow(
  component: ComponentResource,
  name: string,
  prepared: PreparedComponent,
): RenderedComponent<RenderedArchitecture> {
  const { architecture, env, archives, held } = prepared;
  const { where, explicit } = placeOf(component);
  const rendered = renderComponent(component, 'aws', prepared, () =>
    renderArchitecture(component, name, planAws(architecture, archives, env), where, held),
  );
  return { rendered, where: explicit() };
}
