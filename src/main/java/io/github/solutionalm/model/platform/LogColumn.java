package io.github.solutionalm.model.platform;

/** The columns of the sheet Components, in their order (docs/platform-facts.md, "The formatted log"). */
public enum LogColumn {
    TIME("Time", "Comp_DateTime", "Date/Time"),
    ITEM_TYPE("ItemType", "Comp_ItemType", "ItemType"),
    ID("Id", "Comp_Id", "Id"),
    NAME("Name", "Comp_Name", "Name"),
    LOCALIZED_NAME("LocalizedName", "Comp_LocalizedName", "Localized Name"),
    ORIGINAL_NAME("OriginalName", "Comp_OriginalName", "Original Name"),
    DESCRIPTION("Description", "Comp_Description", "Description"),
    STATUS("Status", "Comp_Status", "Status"),
    ERROR_CODE("ErrorCode", "Comp_ErrorCode", "ErrorCode"),
    ERROR_TEXT("ErrorText", "Comp_ErrorText", "ErrorText");

    /** The sheet that has them. */
    public static final String SHEET = "Components";

    private final String cell;
    private final String resource;
    private final String title;

    LogColumn(String cell, String resource, String title) {
        this.cell = cell;
        this.resource = resource;
        this.title = title;
    }

    /** The name that its cells bear. */
    public String cell() {
        return cell;
    }

    /** The platform's resource for its title. */
    public String resource() {
        return resource;
    }

    /** Its title, in English. */
    public String title() {
        return title;
    }
}
