/** What the aggregates ask of the actor registry. */
export interface Registry {
  actor(id: string): RegisteredActor | undefined;
  country(iso3: string): RegisteredCountry | undefined;
  /** Terms of office of a person. */
  readonly terms: ReadonlyMap<string, readonly OfficeTerm[]>;
}

export interface RegisteredActor {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly country?: string;
  readonly cameo?: string;
  readonly plover: readonly string[];
  readonly wikidataId?: string;
  readonly parent?: string;
  readonly aliases: readonly string[];
  readonly from?: string;
  readonly to?: string;
  readonly origin: "builtin" | "user";
}

export interface RegisteredCountry {
  readonly id: string;
  readonly isoNum?: string;
  readonly cow?: number;
  readonly gw?: number;
}

export interface OfficeTerm {
  readonly body: string;
  readonly from: string;
  readonly to: string;
}

const nobody: Registry = { actor: () => undefined, country: () => undefined, terms: new Map() };

export const registryTables = {};
export const registryOf = (_resources: unknown): Registry => nobody;
