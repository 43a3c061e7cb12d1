package io.github.solutionalm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xml.sax.SAXException;

/** A piece of a POM that a page shows is looked through down to the names that the plugin has. */
class PomSnippetTest {

    @ParameterizedTest
    @CsvSource({
        "<failOnErrors>false</failOnErrors>, <failOnErrors>",
        "<plugin><configuration><failOnErrors/></configuration></plugin>, <failOnErrors>",
        "<packages><package><files/></package></packages>, <files> in <package>",
        "<packages><pack><file/></pack></packages>, <pack> in <packages>",
        "<environments><environment><name/></environment></environments>, <name> in <environment>",
        "<environment><name/></environment>, <name> in <environment>",
        "<executions><execution><goals><goal>imports</goal></goals></execution></executions>, the goal imports",
    })
    void namesWhatThePluginDoesNotHave(String text, String unknown) throws Exception {
        assertThat(unknownIn(text)).containsExactly(unknown);
    }

    @Test
    void knowsWhatThePluginHas() throws Exception {
        assertThat(
                        unknownIn(
                                "<plugin><configuration><failOnError/><packages><package><file/><sha256/></package></packages>"
                                        + "<environments><environment><id/><url/></environment></environments></configuration></plugin>"))
                .isEmpty();
    }

    @Test
    void isWellFormed() {
        assertThatThrownBy(() -> PomSnippet.parse("<packages><package></packages>"))
                .isInstanceOf(SAXException.class);
    }

    private static List<String> unknownIn(String text) throws Exception {
        return new PomSnippet.Checker(PluginDescriptor.read()).unknownIn(PomSnippet.parse(text));
    }
}
