package io.github.solutionalm.dataverse.http;

import java.io.IOException;

/** The file is not the one any more whose length was announced. */
final class UploadChanged extends IOException {

    private static final long serialVersionUID = 1L;

    UploadChanged(String message) {
        super(message);
    }
}
