package io.github.solutionalm.report.platform;

import io.github.solutionalm.ComponentResult;
import io.github.solutionalm.report.xml.XmlWriter;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/**
 * The {@code <result>} element of the job document.
 *
 * @param result {@code success}, {@code warning} or {@code failure}
 * @param code the platform's code, {@code 0} for none
 * @param text what is wrong; empty for nothing
 * @param at when
 * @param parameters what the placeholders of the platform's message stand for
 */
record JobResult(String result, String code, String text, Instant at, List<String> parameters) {

    JobResult {
        code = code.isEmpty() ? "0" : code;
    }

    static JobResult success(Instant at) {
        return new JobResult("success", "0", "", at, List.of());
    }

    static JobResult warning(String code, String text, Instant at) {
        return new JobResult("warning", code, text, at, List.of());
    }

    static JobResult failure(String code, String text, Instant at) {
        return new JobResult("failure", code, text, at, List.of());
    }

    /** The result of a component that was processed. */
    static JobResult of(ComponentResult component, Instant otherwise) {
        String result =
                switch (component.status()) {
                    case SUCCESS -> "success";
                    case WARNING -> "warning";
                    case FAILURE -> "failure";
                    case UNPROCESSED -> throw new IllegalArgumentException("No result of an unprocessed component");
                };
        return new JobResult(
                result,
                component.code().orElse("0"),
                component.text().orElse(""),
                component.at().orElse(otherwise),
                List.of());
    }

    void write(XmlWriter xml) throws IOException {
        xml.start("result").attribute("result", result);
        xml.attribute("errorcode", code).attribute("errortext", text);
        xml.attribute("datetime", PlatformFormat.time(at)).attribute("datetimeticks", PlatformFormat.ticks(at));
        if (!parameters.isEmpty()) {
            xml.start("parameters");
            for (String parameter : parameters) {
                xml.element("parameter", parameter);
            }
            xml.end();
        }
        xml.end();
    }
}
