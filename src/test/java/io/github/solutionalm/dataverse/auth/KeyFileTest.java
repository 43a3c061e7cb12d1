package io.github.solutionalm.dataverse.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who else may read a private key. */
class KeyFileTest {

    @TempDir
    private Path folder;

    private Path key(String permissions) throws Exception {
        assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"));
        Path file = Files.createFile(folder.resolve("my key.pem"));
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r--r--", "rw-r-----", "rw----r--", "rw--w----", "rw-----w-", "rwxrwxrwx"})
    void isWarnedOf(String permissions) throws Exception {
        Path file = key(permissions);

        assertThat(new KeyFile(file).warning())
                .get()
                .asString()
                .contains("is readable or writable by other users")
                .endsWith("chmod 600 '" + file + "'");
        assertThat(new CredentialsChoice.Chosen(
                                SignInFixture.certificate(file, java.util.Optional.empty()), "it is configured")
                        .warning())
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-------", "r--------", "rwx--x--x"})
    void isNotWarnedOfWhenItIsItsOwners(String permissions) throws Exception {
        assertThat(new KeyFile(key(permissions)).warning()).isEmpty();
    }

    @Test
    void isNotWarnedOfWhenThereIsNone() {
        assertThat(new KeyFile(folder.resolve("none.pem")).warning()).isEmpty();
    }
}
