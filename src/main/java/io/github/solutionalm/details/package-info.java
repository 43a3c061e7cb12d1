/**
 * What changes inside a component: two definitions in, the differences out, in the words of the component. Begin with
 * {@link io.github.solutionalm.details.ChangeDetails}.
 */
package io.github.solutionalm.details;
