/**
 * What shows of a component whose layers merge: forms, site maps, ribbons, apps and option sets. Entry class
 * {@link io.github.solutionalm.merge.EffectiveDefinition}, a pure function of the layers' definitions; what tells the
 * types apart is a table, {@link io.github.solutionalm.merge.MergeRules}. Imports {@code model} and {@code xml}; bytes in,
 * bytes out.
 */
package io.github.solutionalm.merge;
