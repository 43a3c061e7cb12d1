package io.github.solutionalm.dataverse;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A test with a server of its own, which is empty when it begins. */
abstract class AgainstContoso {

    @TempDir
    Path folder;

    Contoso contoso;

    @BeforeEach
    void start() throws Exception {
        contoso = new Contoso(folder);
    }

    @AfterEach
    void stop() {
        contoso.close();
    }
}
