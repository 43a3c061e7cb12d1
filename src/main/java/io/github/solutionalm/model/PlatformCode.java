package io.github.solutionalm.model;

import java.util.Arrays;
import java.util.Optional;

/**
 * The platform's error and warning codes that the project uses, with the platform's names
 * (https://learn.microsoft.com/power-apps/developer/data-platform/reference/web-service-error-codes).
 */
public enum PlatformCode {
    INVALID_IMPORT_FILE("0x80048000", "ImportInvalidFileError"),
    INVALID_COLUMN("0x80041A06", "unManagedidsxmlinvalidentityattributes"),
    PROCESS_NAME_CONFLICT("0x80048027", "ImportWorkflowNameConflictError"),
    MISSING_ROOT_COMPONENT_ENTRY("0x8004803A", "ImportMissingRootComponentEntry"),
    PLUGIN_TYPES_REMOVED("0x80048071", "ImportNewPluginTypesError"),
    PLUGIN_TYPE_NOT_FOUND("0x8004418B", "InvalidPluginAssemblyContent"),
    COLUMN_OF_PERMISSION_MISSING("0x80048064", "ImportFieldSecurityProfileAttributesMissingError"),
    COLUMN_NOT_SECURED("0x80048063", "ImportFieldSecurityProfileIsSecuredMissingError"),
    MANAGED_PROPERTY("0x8004F026", "GenericManagedPropertyFailure"),
    OTHERS_MANAGED_PROPERTY("0x8004F031", "OnlyOwnerCanSetManagedProperties"),
    INVALID_DEPENDENCY("0x8004F036", "InvalidDependency"),
    RIBBON_WITHOUT_WEB_RESOURCE("0x8004F106", "RibbonImportDependencyMissingWebResource"),
    UNMANAGED_ATTRIBUTE_MAP("0x8004F223", "AttributeMapHasAnUnmanagedBaseInstance"),
    LAST_FORM("0x8004F654", "FallbackFormDeletion"),
    PROCESS_WITHOUT_TABLE("0x80060440", "BusinessProcessFlowMissingEntityErrorMessage"),
    OWNERSHIP("0x80072018", "OwnershipUpdateNotSupported"),
    LOOKUP_WITHOUT_RELATIONSHIP("0x80090445", "OrphanedRelationshipAttribute"),
    SCHEMA("0x8004801A", "ImportXsdValidationError"),
    WRONG_PUBLISHER("0x8004801C", "ImportWrongPublisherError"),
    MISSING_DEPENDENCIES("0x8004801D", "ImportMissingDependenciesError"),
    IMPORT_ERROR("0x8004801E", "ImportGenericError"),
    MISSING_ROOT_COMPONENT("0x8004801F", "ImportMissingComponent"),
    LANGUAGES_IGNORED("0x80048026", "ImportLanguagesIgnoredError"),
    TEMPLATE_FILE_MISSING("0x8004802B", "ImportEmailTemplateErrorMissingFile"),
    INVALID_XML("0x8004802C", "ImportInvalidXmlError"),
    MANAGED_TO_UNMANAGED("0x80048040", "ImportSolutionManagedToUnmanagedMismatch"),
    UNMANAGED_TO_MANAGED("0x80048041", "ImportSolutionUnmanagedToManagedMismatch"),
    SYSTEM_SOLUTION("0x80048046", "ImportSystemSolutionError"),
    DEFAULT_SOLUTION_MANAGED("0x80048049", "ImportDefaultAsPackageError"),
    BAD_ZIP_FILE("0x80048060", "ImportCustomizationsBadZipFileError"),
    NEWER_PACKAGE_VERSION("0x80048068", "ImportSolutionPackageInvalidSolutionPackageVersion"),
    VERY_LARGE_FILE("0x80048491", "VeryLargeFileInZipImport"),
    CLONE_SOLUTION("0x80048539", "CloneSolutionException"),
    UPGRADE_NOT_AVAILABLE("0x8004853B", "SolutionUpgradeNotAvailable"),
    WRONG_SOLUTION_SELECTED("0x8004853C", "SolutionUpgradeWrongSolutionSelected"),
    PATCH_MISSING_BASE("0x80048540", "PatchMissingBase"),
    LOWER_VERSION_UPGRADE("0x80048541", "LowerVersionUpgrade"),
    INVALID_UNIQUE_NAME("0x8004F002", "InvalidSolutionUniqueName"),
    OVERWRITE_ACTIVE_COMPONENT("0x8004F016", "CannotOverwriteActiveComponent"),
    UNINSTALL_WITH_DEPENDENCIES("0x8004F01D", "CannotUninstallWithDependencies"),
    INVALID_PUBLISHER("0x8004F01C", "InvalidPublisherUniqueName"),
    INVALID_VERSION("0x8004F01E", "InvalidSolutionVersion"),
    DELETE_IN_USE("0x8004F01F", "CannotDeleteInUseComponent"),
    UNINSTALL_REFERENCED_SOLUTION("0x8004F020", "CannotUninstallReferencedProtectedSolution"),
    UNIQUE_NAME_VIOLATION("0x8004F023", "SolutionUniqueNameViolation"),
    DEPENDENCY_NOT_FOUND("0x8004F040", "InvalidDependencyComponent"),
    PATCH_EXISTS("0x8004F042", "CannotUpdateSolutionPatch"),
    WEB_RESOURCE_FILE_MISSING("0x8004F11A", "WebResourceImportMissingFile"),
    DELETE_ACTIVE_RULE("0x8004F850", "CannotDeleteActiveRule"),
    EDIT_ACTIVE_RULE("0x8004F851", "CannotEditActiveRule"),
    ROUTING_RULE("0x8004F867", "ImportRoutingRuleError"),
    SLA("0x8004F868", "ImportSlaError"),
    CONVERT_RULE("0x8004F869", "ImportConvertRuleError"),
    DELETE_ACTIVE_SLA("0x8004F870", "CannotDeleteActiveSla"),
    EDIT_ACTIVE_SLA("0x8004F871", "ActiveSlaCannotEdit"),
    WORKFLOW_DEACTIVATED("0x80045042", "WorkflowAutomaticallyDeactivated"),
    STEP_DISABLED("0x80045043", "StepAutomaticallyDisabled"),
    DUPLICATE_RULES_UNPUBLISHED("0x8004F039", "DuplicateDetectionRulesWereUnpublished"),
    SOLUTION_ERROR("0x80048033", "ImportSolutionError"),
    FILE_TOO_LARGE("0x80040375", "ImportFileTooLargeToUpload"),
    UPGRADE_FAILED("0x8004F046", "SolutionUpgradeFailed"),
    PATCH_OVERTAKEN("0x80061771", "CloneSolutionPatchException"),
    CONCURRENCY("0x80071151", "SolutionConcurrencyFailure"),
    DUPLICATE_COMPONENT("0x80071153", "DuplicateComponentInSolutionXml"),
    /** Microsoft publishes code and text of it, but no name (support article "Federated Knowledge Service provisioning"). */
    UNMANAGED_BLOCKED("0x80072042", "UnmanagedCustomizationsNotAllowed"),
    UNPROCESSED_FILE("0x80072035", "ImportFileUnprocessed"),
    FILE_MISSING("0x80072356", "CanvasAppsExpectedFileMissing");

    private final String code;
    private final String platformName;

    PlatformCode(String code, String platformName) {
        this.code = code;
        this.platformName = platformName;
    }

    /**
     * The entry of a code.
     *
     * @throws IllegalArgumentException when the project does not use it
     */
    public static PlatformCode of(String code) {
        return Arrays.stream(values())
                .filter(value -> value.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No platform code " + code));
    }

    /** What the platform calls a code, as far as the project knows it; a word that says where it comes from otherwise. */
    public static String nameOf(String code) {
        return Arrays.stream(values())
                .filter(value -> value.code.equalsIgnoreCase(code))
                .map(PlatformCode::platformName)
                .findFirst()
                .orElse("DataverseError");
    }

    public String code() {
        return code;
    }

    public String platformName() {
        return platformName;
    }

    /** A finding of this code about the operation as a whole. */
    public Finding finding(String message) {
        return new Finding(code, platformName, message, Optional.empty());
    }

    /** A finding of this code about one component. */
    public Finding finding(String message, ComponentKey component) {
        return new Finding(code, platformName, message, Optional.of(component));
    }
}
