import { loadResource, type Resource, type ResourceOverride } from "../core/resource.ts";
import { buildRegistry, type Registry, type RegistryRows } from "../stages/actors/registry/registry.ts";
import { registryResources } from "../stages/actors/registry/resources.ts";

export { keyWords, nameKey, nameSlug } from "../stages/actors/registry/keys.ts";
export { cameoCode, sectors, type Registry } from "../stages/actors/registry/registry.ts";

const { countries, actors, offices, agents, roles, contexts, organisationWords } = registryResources;

/** The files of the actor registry, for the `resources` of an aggregate. */
export const registryFiles = { countries, actors, offices, agents, roles, contexts, organisationWords };

const built = new WeakMap<object, Registry>();

/** The registry of loaded files; built once, however many aggregates ask. */
export function registryOf(rows: RegistryRows): Registry {
  let registry = built.get(rows.actors);
  if (registry === undefined) built.set(rows.actors, (registry = buildRegistry(rows)));
  return registry;
}

/** The registry outside a run: the one that ships, with a pipeline's `resources` over it. */
export function loadRegistry(overrides: Readonly<Record<string, ResourceOverride>> = {}): Registry {
  const load = <T>(resource: Resource<T>): T => loadResource(resource, overrides[resource.name]);
  return registryOf({
    countries: load(countries),
    actors: load(actors),
    offices: load(offices),
    agents: load(agents),
    roles: load(roles),
    contexts: load(contexts),
    organisationWords: load(organisationWords),
  });
}
