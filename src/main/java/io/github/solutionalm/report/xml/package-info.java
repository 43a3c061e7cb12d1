/** Writing XML 1.0 whatever the texts in it are. Imports Woodstox only. */
package io.github.solutionalm.report.xml;
