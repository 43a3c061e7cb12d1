package io.github.solutionalm.dataverse;

import io.github.solutionalm.ComponentResult.Status;
import io.github.solutionalm.dataverse.api.LogEntry;
import io.github.solutionalm.xml.SafeXml;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;

/**
 * The results in the document of an import job, {@code importjob.data}: an element for each thing that was done, with a
 * {@code result} in it
 * (https://learn.microsoft.com/power-platform/alm/solution-api, "Check a solution import's success").
 *
 * @param passed whether no result is a failure; empty when there is no result
 * @param failures the results that are failures
 */
record ImportJobData(Optional<Boolean> passed, List<LogEntry> failures) {

    /** The results of a document; empty when it can't be read. */
    static Optional<ImportJobData> readable(Path document) {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(document))) {
            return Optional.of(new Reading(SafeXml.reader(in)).read());
        } catch (XMLStreamException | IOException e) {
            return Optional.empty();
        }
    }

    /** The reading of one document. */
    private static final class Reading {

        private final XMLStreamReader2 reader;
        private final Deque<Item> open = new ArrayDeque<>();
        private final List<LogEntry> failures = new ArrayList<>();
        private boolean said;
        private boolean failed;

        private Reading(XMLStreamReader2 reader) {
            this.reader = reader;
        }

        /** An open element, with its id and display name. */
        private record Item(String element, String id, String name) {}

        private ImportJobData read() throws XMLStreamException {
            while (reader.hasNext()) {
                int event = reader.next();
                if (event == XMLStreamConstants.DTD) {
                    throw SafeXml.refuseDoctype();
                }
                if (event == XMLStreamConstants.START_ELEMENT) {
                    begin();
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    open.pop();
                }
            }
            return new ImportJobData(said ? Optional.of(!failed) : Optional.empty(), failures);
        }

        private void begin() {
            if (reader.getLocalName().equals("result") && !open.isEmpty()) {
                result(open.peek(), attribute("result").toLowerCase(Locale.ROOT));
            } else if (open.isEmpty()) {
                // Newer environments also say at the root whether the import succeeded.
                say(attribute("succeeded").toLowerCase(Locale.ROOT));
            }
            open.push(new Item(reader.getLocalName(), attribute("id"), attribute("LocalizedName")));
        }

        private void result(Item item, String result) {
            say(result);
            if (isFailure(result)) {
                failures.add(new LogEntry(
                        attribute("datetime"),
                        item.element(),
                        "",
                        item.id(),
                        item.name(),
                        Status.FAILURE,
                        attribute("errorcode"),
                        attribute("errortext")));
            }
        }

        private void say(String result) {
            said |= !result.isEmpty();
            failed |= isFailure(result);
        }

        private static boolean isFailure(String result) {
            return result.equals("failure") || result.equals("error");
        }

        private String attribute(String name) {
            return Optional.ofNullable(reader.getAttributeValue("", name)).orElse("");
        }
    }
}
