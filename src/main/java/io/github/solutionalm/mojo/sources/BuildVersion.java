package io.github.solutionalm.mojo.sources;

import io.github.solutionalm.model.SolutionVersion;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.maven.plugin.MojoExecutionException;

/**
 * The version of a solution as a build says it: four numbers, made of a version of Maven and the number of the build.
 *
 * @param version the four numbers
 * @param source what it was made of, such as {@code POM version 2.1.0-SNAPSHOT, build number 57}
 * @param higherThanRelease the version that the release of this snapshot would get, if that is lower
 */
public record BuildVersion(SolutionVersion version, String source, Optional<SolutionVersion> higherThanRelease) {

    private static final Pattern NUMBERS = Pattern.compile("\\d{1,20}(\\.\\d{1,20})*");
    private static final Pattern QUALIFIER = Pattern.compile("((?:\\d{1,20}\\.){0,4}\\d{1,20})(.*)");
    private static final String SNAPSHOT = "-SNAPSHOT";
    private static final int PARTS = 4;

    /**
     * Makes the version.
     *
     * @param text such as {@code 2.1.0} or {@code 2.1.0-SNAPSHOT}
     * @param name what says it, such as {@code POM version}
     * @param cure how to say another one, as a whole sentence
     * @param buildNumber the last of the four numbers
     * @throws MojoExecutionException if it has a qualifier, too many or too large numbers: with what to write
     */
    public static BuildVersion of(String text, String name, String cure, Optional<String> buildNumber)
            throws MojoExecutionException {
        String said = text.strip();
        boolean snapshot = said.endsWith(SNAPSHOT);
        String numbers = snapshot ? said.substring(0, said.length() - SNAPSHOT.length()) : said;
        if (!NUMBERS.matcher(numbers).matches()) {
            throw wrong(name, said, "a solution has a version of numbers only, and " + qualifier(numbers), cure);
        }
        String[] parts = numbers.split("\\.");
        if (parts.length > PARTS) {
            throw wrong(name, said, "a solution has a version of four numbers at most", cure);
        }
        if (buildNumber.isPresent() && parts.length == PARTS) {
            throw wrong(
                    name,
                    said,
                    "it has four numbers, so there is no place for the build number " + buildNumber.get(),
                    "Write a version of three numbers, or leave out buildNumber.");
        }
        SolutionVersion release = version(name, said, cure, parts, "0");
        if (buildNumber.isEmpty()) {
            return new BuildVersion(release, name + " " + said, Optional.empty());
        }
        SolutionVersion version = version(name, said, cure, parts, number(buildNumber.get()));
        return new BuildVersion(
                version,
                name + " " + said + ", build number " + buildNumber.get(),
                Optional.of(release).filter(lower -> snapshot && version.isHigherThan(lower)));
    }

    private static String qualifier(String numbers) {
        Matcher matcher = QUALIFIER.matcher(numbers);
        return matcher.matches()
                ? "'" + matcher.group(2) + "' is none. Of the qualifiers of Maven only -SNAPSHOT is dropped, because"
                        + " with two others the same version could be built twice"
                : "this is none";
    }

    private static SolutionVersion version(String name, String said, String cure, String[] parts, String last)
            throws MojoExecutionException {
        int[] numbers = new int[PARTS];
        for (int i = 0; i < PARTS; i++) {
            String part = i < parts.length ? parts[i] : i == PARTS - 1 ? last : "0";
            try {
                numbers[i] = Integer.parseInt(part);
            } catch (NumberFormatException e) {
                throw wrong(
                        name,
                        said,
                        "its number " + part + " is larger than 2147483647, the highest that the platform takes",
                        cure);
            }
        }
        return SolutionVersion.parse(numbers[0] + "." + numbers[1] + "." + numbers[2] + "." + numbers[3]);
    }

    private static String number(String buildNumber) throws MojoExecutionException {
        try {
            int number = Integer.parseInt(buildNumber.strip());
            if (number >= 0) {
                return String.valueOf(number);
            }
        } catch (NumberFormatException e) {
            // Told below, with what is allowed.
        }
        throw new MojoExecutionException(
                "Invalid value '" + buildNumber + "' for <buildNumber> (-Dsolution.buildNumber)."
                        + " Expected a number from 0 to 2147483647, such as the run number of the CI system.");
    }

    private static MojoExecutionException wrong(String name, String said, String why, String cure) {
        return new MojoExecutionException(
                "The " + name + " " + said + " can't be the version of a solution: " + why + ". " + cure);
    }
}
