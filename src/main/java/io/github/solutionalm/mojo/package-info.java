/** One class per goal. */
package io.github.solutionalm.mojo;
