package io.github.solutionalm.dataverse.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.dataverse.contract.Contract.Member;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each contract says who states each of its members, and everything that is called has one. */
class ContractFilesTest {

    private static final Pattern PUBLIC = Pattern.compile("https://[\\w.-]+/\\S+|[\\w.-]+/[\\w.-]+, \\S+");
    private static final Pattern CALLED = Pattern.compile("ApiPath\\.of\\(\"(\\w+)|\"(msdyn_\\w+(?:ies|layers))\"");

    static List<Contract> contracts() {
        return Contracts.all();
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void saysWhatItIsForAndWhereThePlatformDescribesIt(Contract contract) {
        assertThat(contract.calls()).isNotEmpty();
        assertThat(contract.purpose()).isNotBlank();
        assertThat(contract.page()).startsWith("https://");
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void namesAPublicSourceOfEachMemberOrWhereOneWasLookedFor(Contract contract) {
        assertThat(contract.statements()).allSatisfy(statement -> {
            assertThat(statement.source().isPresent() ^ statement.lookedFor().isPresent())
                    .as(statement.text())
                    .isTrue();
            statement.source().ifPresent(source -> assertThat(contract.sources())
                    .as(statement.text())
                    .containsKey(source));
        });
        assertThat(contract.sources().values())
                .allSatisfy(source -> assertThat(source).matches(PUBLIC));
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void namesNoSourceThatStatesNothing(Contract contract) {
        Set<String> named = contract.statements()
                .flatMap(statement -> statement.source().stream())
                .collect(Collectors.toSet());

        assertThat(contract.sources().keySet()).isEqualTo(named);
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void statesEachMemberOnceWithAType(Contract contract) {
        for (Stream<Member> members : List.of(contract.inRequests(), contract.inAnswers())) {
            List<Member> all = members.toList();
            assertThat(all).extracting(Member::path).doesNotHaveDuplicates();
            assertThat(all).allMatch(member -> EdmType.isKnown(member.type()), "has a known type");
        }
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void hasTheMemberThatAMemberIsIn(Contract contract) {
        Set<String> paths = new HashSet<>();
        Stream.concat(contract.inRequests(), contract.inAnswers())
                .map(Member::path)
                .forEach(paths::add);

        assertThat(paths)
                .filteredOn(path -> !path.contains("@") && path.contains(".") && !path.contains(":"))
                .allSatisfy(path -> assertThat(paths)
                        .contains(path.substring(0, path.lastIndexOf('.')).replaceAll("\\[]$", "")));
    }

    /** The names in production code; what is put together otherwise is seen by the test server. */
    @Test
    void thereIsOneOfEverythingThatIsCalled() throws Exception {
        Set<String> called = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java/io/github/solutionalm/dataverse"))) {
            for (Path source : sources.filter(Files::isRegularFile).toList()) {
                Matcher matcher = CALLED.matcher(Files.readString(source));
                while (matcher.find()) {
                    called.add(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
                }
            }
        }

        assertThat(called)
                .contains("StageSolution", "msdyn_componentlayers")
                .allMatch(call -> Contracts.find(call).isPresent(), "has a contract");
    }
}
