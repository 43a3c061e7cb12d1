package io.github.solutionalm.dataverse.server;

/**
 * Why an operation failed.
 *
 * @param code the platform's code, such as {@code 0x8004801D}
 * @param message its text
 */
record Failure(String code, String message) {

    ODataFault fault(int status) {
        return new ODataFault(status, code, message);
    }
}
