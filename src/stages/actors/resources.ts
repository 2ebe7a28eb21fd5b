import { reportingVerbs } from "../../language/en/reporting-verbs.ts";
import { registryResources } from "./registry/resources.ts";

/** The registry, and the verbs by which speakers of quotations are known. */
export const actorResources = { ...registryResources, reportingVerbs };
