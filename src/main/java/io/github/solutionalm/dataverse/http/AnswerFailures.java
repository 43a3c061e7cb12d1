package io.github.solutionalm.dataverse.http;

import io.github.solutionalm.dataverse.http.Failure.Kind;
import java.net.URI;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Error messages for unexpected answers. */
final class AnswerFailures {

    private static final Set<Integer> PASSING_STATUS = Set.of(408, 429, 500, 502, 503, 504);
    private static final int[] THROTTLING = {0x80072321, 0x80072322, 0x80072326};
    /** Codes of SQL time-outs and full queues: the request was rolled back, and the next one may succeed. */
    private static final int[] PASSING = {0x80044151, 0x8004ED47, 0x80072323, 0x80072324};

    private static final int GENERIC_SQL = 0x80044150;
    private static final int NO_MEMBER = 0x80072560;
    private static final int[] FILE_TOO_LARGE = {0x80040375};
    private static final Pattern PRIVILEGE = Pattern.compile("\\bprv[A-Z]\\w{1,100}");
    private static final Pattern SQL_TIMEOUT = Pattern.compile("(?i)timeout|timed out|deadlock");
    /** The greatest length of a title that is shown; a longer one is cut. */
    private static final int MAX_TITLE = 300;

    static final String CHECK_URL =
            "Check <environment><url> (or -Dsolution.environment): the Power Platform admin center shows it as Environment URL.";
    private static final String USER =
            "Add the application as an application user of the environment (Power Platform admin"
                    + " center, Environments, Settings, Users + permissions, Application users) with a security role that may import"
                    + " solutions, such as System Administrator; and check <clientId> or the <username> of the server <serverId> in"
                    + " settings.xml.";

    private final Clock clock;

    AnswerFailures(Clock clock) {
        this.clock = clock;
    }

    /** The failure of an answer with an error's status, or one that is not JSON as expected. */
    WebApiException of(AttemptedRequest attempted, Answer answer, RequestIds ids) {
        String body = answer.errorText();
        Optional<PlatformError> error = PlatformError.parse(body);
        int status = answer.status();
        Failure failure = new Failure(
                kind(status, error),
                OptionalInt.of(status),
                error,
                ids,
                retryAfter(answer),
                passes(status, error),
                certainlyNotAccepted(answer, error));
        String said = error.map(PlatformError::message)
                .filter(text -> !text.isBlank())
                .orElseGet(() -> withoutError(answer, body));
        return attempted.failed(reason(attempted, failure, answer, said), fix(failure, said), failure);
    }

    private static Kind kind(int status, Optional<PlatformError> error) {
        if (error.flatMap(ConcurrencyRefusal::of).isPresent()) {
            return Kind.CONCURRENT;
        }
        if (status == 429 || error.filter(e -> e.is(THROTTLING)).isPresent()) {
            return Kind.THROTTLED;
        }
        if (status == 413 || error.filter(e -> e.is(FILE_TOO_LARGE)).isPresent()) {
            return Kind.TOO_LARGE;
        }
        return switch (status) {
            case 401 -> Kind.UNAUTHENTICATED;
            case 403 -> Kind.FORBIDDEN;
            case 404 -> error.isPresent() ? Kind.NOT_FOUND : Kind.NOT_DATAVERSE;
            case 407 -> Kind.PROXY;
            case 408 -> Kind.SERVER;
            default -> status < 400 ? Kind.NOT_DATAVERSE : status < 500 ? Kind.REFUSED : Kind.SERVER;
        };
    }

    private static boolean passes(int status, Optional<PlatformError> error) {
        if (error.flatMap(ConcurrencyRefusal::of).isPresent()) {
            return false;
        }
        return PASSING_STATUS.contains(status)
                || error.filter(e -> e.is(THROTTLING) || e.is(PASSING) || isSqlTimeout(e))
                        .isPresent();
    }

    /** Whether an SQL error is a time-out: the generic code also means rows that are too long, which a retry does not help. */
    private static boolean isSqlTimeout(PlatformError error) {
        return error.is(GENERIC_SQL) && SQL_TIMEOUT.matcher(error.message()).find();
    }

    /** Whether the request was rejected before it was processed, or for its content; see {@link Retry}. */
    private static boolean certainlyNotAccepted(Answer answer, Optional<PlatformError> error) {
        Optional<ConcurrencyRefusal> concurrency = error.flatMap(ConcurrencyRefusal::of);
        if (concurrency.isPresent()) {
            return !concurrency.get().duplicateJob();
        }
        if (error.filter(e -> e.is(THROTTLING)).isPresent()) {
            return true;
        }
        if (answer.status() == 503) {
            return error.isEmpty() && answer.headers().firstValue("Retry-After").isPresent();
        }
        boolean timedOut = error.filter(e -> e.is(PASSING) || isSqlTimeout(e)).isPresent();
        return answer.status() >= 300 && answer.status() < 500 && answer.status() != 408 && !timedOut;
    }

    /** The pause that the answer asks for, in seconds or by a date (RFC 9110, 10.2.3); empty when it can't be read. */
    private Optional<Duration> retryAfter(Answer answer) {
        return answer.headers().firstValue("Retry-After").map(String::strip).flatMap(value -> {
            if (value.matches("\\d{1,9}")) {
                return Optional.of(Duration.ofSeconds(Long.parseLong(value)));
            }
            try {
                Instant then = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                        .toInstant();
                Duration wait = Duration.between(clock.instant(), then);
                return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        });
    }

    private static String withoutError(Answer answer, String body) {
        String title = title(body);
        if (!title.isEmpty()) {
            return "the answer is a web page, \"" + title + "\"";
        }
        return body.isBlank()
                ? "the answer is empty"
                : "the answer is not from the Web API; it begins with \""
                        + body.substring(0, Math.min(120, body.length())) + "\"";
    }

    /** The text of {@code <title>}; empty when there is none. */
    private static String title(String page) {
        String lower = page.toLowerCase(Locale.ROOT);
        int tag = lower.indexOf("<title");
        int from = tag < 0 ? -1 : lower.indexOf('>', tag);
        int to = from < 0 ? -1 : lower.indexOf("</title>", from);
        // The lower case of a few letters is longer, so that the places differ.
        return to < 0 || lower.length() != page.length()
                ? ""
                : page.substring(from + 1, Math.min(to, from + 1 + MAX_TITLE)).strip();
    }

    private static String reason(AttemptedRequest attempted, Failure failure, Answer answer, String said) {
        return switch (failure.kind()) {
            case NOT_DATAVERSE -> notDataverse(attempted, answer, said);
            case UNAUTHENTICATED ->
                "the environment does not accept the access token"
                        + failure.error().map(error -> ": " + said).orElse("")
                        + Challenge.of(answer.headers())
                                .map(challenge -> "; it asks for " + challenge)
                                .orElse("");
            case FORBIDDEN -> forbidden(failure, said);
            case THROTTLED -> "the environment currently accepts no more requests: " + said;
            case PROXY ->
                "the proxy rejects the credentials"
                        + answer.headers()
                                .firstValue("Proxy-Authenticate")
                                .map(asked -> ", it asks for " + asked)
                                .orElse("");
            default -> said;
        };
    }

    private static String notDataverse(AttemptedRequest attempted, Answer answer, String said) {
        if (answer.status() >= 300 && answer.status() < 400) {
            String to = answer.headers()
                    .firstValue("Location")
                    .map(AnswerFailures::host)
                    .orElse("nowhere");
            return "the address leads on to " + to + ", like a page for users, not a Web API";
        }
        return attempted.url().getHost() + " has no Web API there: " + said;
    }

    private static String host(String location) {
        try {
            return Optional.ofNullable(URI.create(location).getHost()).orElse("another page");
        } catch (IllegalArgumentException e) {
            return "another page";
        }
    }

    private static String forbidden(Failure failure, String said) {
        if (failure.error().filter(e -> e.is(NO_MEMBER)).isPresent()) {
            return "the environment does not know the user of the access token: " + said;
        }
        Matcher privilege = PRIVILEGE.matcher(said);
        return privilege.find()
                ? "the user of the access token lacks the privilege " + privilege.group() + ": " + said
                : said;
    }

    private static String fix(Failure failure, String said) {
        return switch (failure.kind()) {
            case NOT_DATAVERSE -> CHECK_URL;
            case UNAUTHENTICATED ->
                "Check that <tenantId> is the environment's tenant, and that the application is an application user there."
                        + " A token of your own (<authentication>token) expires after about an hour, and must be"
                        + " for this"
                        + " environment.";
            case FORBIDDEN -> PRIVILEGE.matcher(said).find() ? privilegeFix(said) : USER;
            case TOO_LARGE -> "Make the package smaller: split the solution, or shrink its web resources.";
            case THROTTLED -> "Try again later, or run fewer builds at a time with this user.";
            case CONCURRENT -> "Wait until it has ended; the solution history of the environment shows it.";
            case PROXY -> ProxySettings.BASIC_ADVICE;
            case SERVER -> "Try again later; if the problem persists, give Microsoft support these ids.";
            default -> "";
        };
    }

    private static String privilegeFix(String said) {
        Matcher privilege = PRIVILEGE.matcher(said);
        return "Give its user a security role that has "
                + (privilege.find() ? privilege.group() : "it")
                + ", such as System Administrator.";
    }
}
