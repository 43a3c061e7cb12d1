package io.github.solutionalm.sourcetree;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which paths a pattern fits. */
class PathPatternTest {

    @ParameterizedTest
    @CsvSource({
        "Roles/*, Roles/Order manager.xml",
        "roles/*, Roles/Orders - 2.0",
        "Workflows/**/*.data.xml, Workflows/a.json.data.xml",
        "Workflows/**/*.data.xml, Workflows/deep/er/a.json.data.xml",
        "*.dll, Contoso.Orders.dll",
        "**/bin/*/Contoso.*.dll, plugins/bin/Release/Contoso.Orders.dll",
        "a?c.js, abc.js",
        "web/**, web/a/b/c.js",
        "**, a/b",
        "*a*b*c, aXbXbc"
    })
    void whatFits(String pattern, String path) {
        assertThat(PathPattern.of(pattern).matches(path)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "Roles/*, Roles/deep/Order.xml",
        "*.dll, Contoso.Orders.dll.data.xml",
        "Workflows/**/*.data.xml, Workflow/a.data.xml",
        "a?c.js, ac.js",
        "web/**/x.js, web/a/y.js",
        "*a*b*c, abcd"
    })
    void whatDoesNot(String pattern, String path) {
        assertThat(PathPattern.of(pattern).matches(path)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"a*a*a*a*a*a*a*a*a*b", "**/**/**/**/**/**/**/**/**/b"})
    void manyStarsTakeNoLongerThanThePathIsLong(String pattern) {
        String names = "a".repeat(2_000);
        String folders = "a/".repeat(2_000);

        assertThat(PathPattern.of(pattern).matches(names)).isFalse();
        assertThat(PathPattern.of(pattern).matches(folders)).isFalse();
    }
}
