export { clusterDuplicates, clusterRoles, type ClusterRole, type DuplicateClusters } from "./cluster.ts";
export { proseOf, sketch, type Sketch } from "./sketch.ts";
export { SketchStore } from "./store.ts";
