/**
 * Reads Microsoft cabinets ([MS-CAB], [MS-MCI], LZX as in [MS-PATCH]) that are whole: no split sets, no Quantum. Entry:
 * {@link io.github.solutionalm.archive.cab.Cabinet}. Imports the JDK only; knows nothing of packages and their limits.
 */
package io.github.solutionalm.archive.cab;
