import { loadResource } from "../core/resource.ts";
import { buildRegistry, type Registry, type RegistryRows } from "../stages/actors/registry/registry.ts";
import { registryResources } from "../stages/actors/registry/resources.ts";

export type { Registry } from "../stages/actors/registry/registry.ts";

const { countries, actors, offices, agents, roles, contexts } = registryResources;

/** The files of the actor registry, for the `resources` of an aggregate. */
export const registryFiles = { countries, actors, offices, agents, roles, contexts };

const built = new WeakMap<object, Registry>();

/** The registry of loaded files; built once, however many aggregates ask. */
export function registryOf(rows: RegistryRows): Registry {
  let registry = built.get(rows.actors);
  if (registry === undefined) built.set(rows.actors, (registry = buildRegistry(rows)));
  return registry;
}

/** The registry that ships, for work outside a run. */
export function builtinRegistry(): Registry {
  return registryOf({
    countries: loadResource(countries),
    actors: loadResource(actors),
    offices: loadResource(offices),
    agents: loadResource(agents),
    roles: loadResource(roles),
    contexts: loadResource(contexts),
  });
}
