import type { ResolvedArchitecture } from '../../model/architecture';
import { elementId } from '../../model/name';
import type { Finding } from '../../model/problem';
import { namingOf } from '../name';
import { planServiceAccount } from './service-account';

/** Images in Artifact Registry, where access is granted. Those of Docker Hub are public. */
const isGuarded = (image = ''): boolean => /^(?:[a-z0-9-]+-docker\.pkg\.dev|(?:[a-z]+\.)?gcr\.io)\//.test(image);

/**
 * Warns of services with windows whose image is in Artifact Registry. Cloud Run verifies that whoever updates a service
 * can read its image, and at the edges of a window that is the account of the jobs. No source says whether a change of
 * only the minimum is exempt. https://docs.cloud.google.com/artifact-registry/docs/integrate-cloud-run
 */
export const windowsWithImages = ({ name, services }: ResolvedArchitecture, env?: string): Finding[] =>
  Object.entries(services)
    .filter(([, { coldStart, image }]) => coldStart.scheduled !== undefined && isGuarded(image.gcp))
    .map(([service]) => {
      const element = elementId('services', service);
      const { id } = planServiceAccount(element, namingOf(name, env), 'scheduler');
      return {
        severity: 'warning',
        path: ['services', service, 'image'],
        message: 'may have to be readable for the account that opens and closes the windows on gcp',
        hint: `grant ${id}@<project>.iam.gserviceaccount.com the role roles/artifactregistry.reader on the repository`,
      };
    });
