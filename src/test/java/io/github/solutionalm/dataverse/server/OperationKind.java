package io.github.solutionalm.dataverse.server;

/** What can run in an environment, one at a time. */
enum OperationKind {
    IMPORT("Import", "ImportSolution", "ImportSolutionAsync", 54, 0),
    STAGE_AND_UPGRADE("Import", "StageAndUpgrade", "StageAndUpgradeAsync", 54, 0),
    DELETE_AND_PROMOTE("Uninstall", "DeleteAndPromote", "DeleteAndPromoteAsync", 207, 1),
    UNINSTALL("Uninstall", "UninstallSolution", "UninstallSolutionAsync", 208, 1),
    PUBLISH("Publish", "PublishXml", "PublishXml", 204, 3),
    PUBLISH_ALL("PublishAll", "PublishAllXml", "PublishAllXmlAsync", 204, 4);

    private final String word;
    private final String message;
    private final String asyncMessage;
    private final int operationType;
    private final int history;

    OperationKind(String word, String message, String asyncMessage, int operationType, int history) {
        this.word = word;
        this.message = message;
        this.asyncMessage = asyncMessage;
        this.operationType = operationType;
        this.history = history;
    }

    /** How the refusal of another operation calls it (docs/platform-facts.md, "Concurrent operations"). */
    String word() {
        return word;
    }

    /** {@code asyncoperation.name}. */
    String message() {
        return message;
    }

    /** {@code asyncoperation.messagename}, and the name of the call. */
    String asyncMessage() {
        return asyncMessage;
    }

    int operationType() {
        return operationType;
    }

    /** {@code msdyn_solutionhistory.msdyn_operation}. */
    int history() {
        return history;
    }
}
